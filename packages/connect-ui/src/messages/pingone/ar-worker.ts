import type { ProviderTranslation } from '../translation.ts';
import { shared } from './ar-shared.ts';

/** PingOne through a worker application, in Arabic. */
export const worker: ProviderTranslation<'pingone-cc'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'معرّف العميل (Client ID)',
      description: 'قيمة Client ID في علامة التبويب Overview لتطبيق Worker الخاص بك.',
    },
  },
  access: {
    read_environment: {
      label: 'قراءة البيئة',
      remedy: 'امنح التطبيق دورًا في هذه البيئة، مثل Environment Admin أو Configuration Read Only.',
    },
    read_users: {
      label: 'قراءة المستخدمين',
      remedy: 'امنح التطبيق الدور Identity Data Read Only أو Identity Data Admin.',
    },
    read_populations: {
      label: 'قراءة مجموعات المستخدمين (Populations)',
      remedy: 'امنح التطبيق الدور Identity Data Read Only أو Environment Admin.',
    },
    read_applications: {
      label: 'قراءة التطبيقات',
      remedy: 'امنح التطبيق الدور Configuration Read Only أو Client Application Developer.',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-worker-application': 'إنشاء تطبيق Worker',
    'enter-values': 'إدخال القيم الأربع',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-worker': {
      title: 'إضافة التطبيق',
      instructions: [
        'سجّل الدخول إلى وحدة تحكم مسؤول PingOne وافتح **Applications → Applications**.',
        'اضغط على **+** بجوار **Applications**.',
        'أعطِه اسمًا، واختر **Worker** في **Application Type**، ثم اضغط على **Save**.',
      ],
    },
    roles: {
      title: 'منح الأدوار',
      instructions: [
        'افتح علامة التبويب **Roles** واضغط على **Grant Roles**.',
        'اختر الأدوار التي يحتاج إليها الاتصال. يكفي للقراءة **Identity Data Read Only** و**Configuration Read Only**.',
      ],
    },
    connect: {
      title: 'الاتصال',
      instructions: ['الصق القيم الأربع في النموذج وأرسله.'],
    },
  },
  errors: {
    application_disabled: {
      message: 'التطبيق معطّل في PingOne.',
      remedy: 'شغّل مفتاح التبديل في أعلى يمين صفحة التطبيق، ثم أعد المحاولة.',
    },
    wrong_client_secret: {
      message: 'تعرف PingOne هذا التطبيق، لكنها لا تقبل سر العميل.',
      remedy:
        'انسخ Client Secret مرة أخرى من علامة التبويب Overview، وإن كان قد جُدّد فاستخدم الجديد. وإذا كان صحيحًا، فتحقق من أن التطبيق مفعّل: مفتاح التبديل في أعلى يمين صفحته.',
    },
    unknown_client: {
      message: 'لا يوجد في هذه البيئة تطبيق مفعّل بمعرّف العميل هذا.',
      remedy:
        'انسخ Client ID من علامة التبويب Overview، وتحقق من أنه ينتمي إلى هذه البيئة ومن أن مفتاح التبديل في أعلى يمين صفحة التطبيق مشغّل.',
    },
    no_roles: {
      message: 'ليس للتطبيق أي دور، ولذلك لا تمنحه PingOne رمز وصول.',
      remedy: 'في علامة التبويب Roles للتطبيق اختر Grant Roles. قد يحتاج الدور الممنوح للتو إلى دقيقة: بعدها أعد المحاولة.',
    },
    wrong_application_type: {
      message: 'لا يُسمح للتطبيق باستخدام منح بيانات اعتماد العميل (client credentials)، فهو إذن ليس تطبيق Worker.',
      remedy:
        'أنشئ في PingOne تطبيقًا من النوع Worker واستخدم Client ID وClient Secret الخاصين به. وإذا كان من النوع Worker، فتحقق من أن مفتاح التبديل في أعلى يمين صفحته مشغّل.',
    },
    scope_refused: {
      message: 'لا تستطيع PingOne منح هذا التطبيق النطاقات (scopes) المطلوبة.',
      remedy: 'استفسر من مزوّد التطبيق الذي تتصل به: فالنطاقات جزء من تكامله، أما تطبيق Worker فيستمد حقوقه من الأدوار.',
    },
    token_refused: {
      message: 'رفضت PingOne منح التطبيق رمز وصول.',
      remedy: 'تحقق في علامة التبويب Roles من أن للتطبيق دورًا، ومن أن مفتاح التبديل في أعلى يمين صفحته مشغّل.',
    },
    weak_roles: {
      message: 'التطبيق مقبول، لكن لا يسمح له أي من أدواره بقراءة هذه البيئة.',
      remedy: 'في علامة التبويب Roles للتطبيق اختر Grant Roles وحدّد هذه البيئة. قد يحتاج الدور الممنوح للتو إلى دقيقة.',
    },
    auth_method_unsupported: {
      message: 'لا يقبل التطبيق سر عميل: فقيمة Token Endpoint Authentication Method فيه هي Client Secret JWT أو Private Key JWT أو None.',
      remedy: 'في علامة التبويب Configuration للتطبيق اضبط Token Endpoint Authentication Method على Client Secret Post ثم احفظ.',
    },
  },
};
