import type { ProviderTranslation } from '../translation.ts';

/** PingOne's form and guide, in Arabic. */
export const pingOne: ProviderTranslation<'pingone-cc'> = {
  fields: {
    environmentId: {
      label: 'معرّف البيئة (Environment ID)',
      description: 'معرّف بيئة PingOne المراد الاتصال بها. يمكنك أيضًا لصق عنوان URL من PingOne.',
    },
    tld: {
      label: 'المنطقة',
      description: 'المكان الذي تحفظ فيه PingOne البيئة. يُعثر عليها تلقائيًا بمجرد اكتمال معرّف البيئة.',
      placeholder: 'اختر منطقة',
    },
    client_id: {
      label: 'معرّف العميل (Client ID)',
      description: 'قيمة Client ID في علامة التبويب Overview لتطبيق Worker الخاص بك.',
    },
    client_secret: {
      label: 'سر العميل (Client Secret)',
      description: 'قيمة Client Secret في علامة التبويب نفسها. تُرسل عبر اتصال مشفّر وتُحفظ مشفّرة.',
      placeholder: 'الصق سر العميل',
    },
  },
  regions: {
    NA: 'أمريكا الشمالية (باستثناء كندا)',
    CA: 'كندا',
    EU: 'الاتحاد الأوروبي',
    AU: 'أستراليا',
    SG: 'سنغافورة',
    AP: 'آسيا والمحيط الهادئ',
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
  pathWords: { 'Your application': 'تطبيقك' },
  guideParts: {
    'create-worker-application': 'إنشاء تطبيق Worker',
    'find-environment-id': 'العثور على معرّف البيئة',
    'find-region': 'العثور على المنطقة',
    'enter-values': 'إدخال القيم الأربع',
  },
  guideSteps: {
    'create-worker': {
      title: 'إضافة التطبيق',
      instructions: [
        'سجّل الدخول إلى وحدة تحكم مسؤول PingOne وافتح **Applications → Applications**.',
        'اضغط على **+** بجوار **Applications**.',
        'أعطِه اسمًا، واختر **Worker** في **Application Type**، ثم اضغط على **Save**.',
      ],
    },
    'client-id': {
      title: 'نسخ Client ID',
      instructions: ['افتح علامة التبويب **Overview** في التطبيق.', 'انسخ **Client ID**.'],
    },
    'client-secret': {
      title: 'نسخ Client Secret',
      instructions: [
        'ابقَ في علامة التبويب **Overview**.',
        'اضغط على زر النسخ بجوار **Client Secret**. النقاط التي تحل محل السر لا يمكن نسخها يدويًا.',
      ],
    },
    'enable-application': {
      title: 'تفعيل التطبيق',
      instructions: ['شغّل مفتاح التبديل في أعلى يمين صفحة التطبيق. يكون التطبيق الجديد معطّلاً في البداية.'],
    },
    'auth-method': {
      title: 'التحقق من طريقة المصادقة',
      instructions: [
        'افتح علامة التبويب **Configuration** واضغط على رمز القلم.',
        'ضمن **Token Endpoint Authentication Method** اختر **Client Secret Post** واضغط على **Save**. يعمل **Client Secret Basic** أيضًا.',
      ],
    },
    roles: {
      title: 'منح الأدوار',
      instructions: [
        'افتح علامة التبويب **Roles** واضغط على **Grant Roles**.',
        'اختر الأدوار التي يحتاج إليها الاتصال. يكفي للقراءة **Identity Data Read Only** و**Configuration Read Only**.',
      ],
    },
    'environment-id': {
      title: 'نسخ Environment ID',
      instructions: [
        'في وحدة تحكم المسؤول افتح **Settings → Environment Properties**.',
        'انسخ **Environment ID**. أما معرّف المؤسسة المجاور له فهو معرّف آخر.',
      ],
    },
    region: {
      title: 'قراءة المنطقة',
      instructions: [
        'في الصفحة نفسها، **Environment Properties**، اقرأ **Region**.',
        'تظهر أيضًا في نهاية عنوان وحدة التحكم: **\u2066.com\u2069** أو **\u2066.ca\u2069** أو **\u2066.eu\u2069** أو **\u2066.com.au\u2069** أو **\u2066.sg\u2069** أو **\u2066.asia\u2069**.',
      ],
    },
    connect: {
      title: 'الاتصال',
      instructions: ['الصق القيم الأربع في النموذج واضغط على **اتصال**.'],
    },
  },
};
