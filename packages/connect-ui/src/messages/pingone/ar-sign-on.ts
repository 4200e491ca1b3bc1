import type { ProviderTranslation } from '../translation.ts';
import { shared } from './ar-shared.ts';

/** A sign-in to PingOne, in Arabic. */
export const signOn: ProviderTranslation<'pingone'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'معرّف العميل (Client ID)',
      description: 'قيمة Client ID في علامة التبويب Overview لتطبيق OIDC Web App الخاص بك.',
    },
  },
  access: {
    read_profile: {
      label: 'قراءة ملفك الشخصي',
      remedy: 'في علامة التبويب Resources للتطبيق حدّد النطاقات openid وprofile وemail، ثم أعد الاتصال.',
    },
    read_own_user: {
      label: 'قراءة سجل المستخدم الخاص بك',
      remedy: 'في علامة التبويب Resources للتطبيق حدّد النطاق p1:read:user، ثم أعد الاتصال.',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-web-application': 'إنشاء تطبيق OIDC Web App',
    'sign-in-to-pingone': 'تسجيل الدخول',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-web-app': {
      title: 'إضافة التطبيق',
      instructions: [
        'سجّل الدخول إلى وحدة تحكم مسؤول PingOne وافتح **Applications → Applications**.',
        'اضغط على **+** بجوار **Applications**.',
        'أعطِه اسمًا، واختر **OIDC Web App** في **Application Type**، ثم اضغط على **Save**.',
      ],
    },
    'refresh-token': {
      title: 'السماح برموز التحديث',
      instructions: [
        'افتح علامة التبويب **Configuration** واضغط على رمز القلم.',
        'حدّد **Refresh Token** واترك **Authorization Code** محددًا. عندئذ يدوم الاتصال من دون تسجيل دخول آخر.',
      ],
    },
    'redirect-uri': {
      title: 'إضافة عنوان إعادة التوجيه',
      instructions: ['ابقَ في علامة التبويب **Configuration**.', 'أضف هذا العنوان حرفًا بحرف إلى **Redirect URIs** واضغط على **Save**.'],
    },
    scopes: {
      title: 'تحديد النطاقات',
      instructions: ['افتح علامة التبويب **Resources** واضغط على رمز القلم.', 'حدّد هذه النطاقات واضغط على **Save**.'],
    },
    'sign-in': {
      title: 'تسجيل الدخول إلى PingOne',
      instructions: ['الصق معرّف البيئة في النموذج وأرسله.', 'سجّل الدخول إلى PingOne في النافذة التي تُفتح.'],
    },
  },
  errors: {
    mix_up: {
      message: 'جاء الرد على تسجيل الدخول باسم بيئة PingOne أخرى، ولذلك أُهمل.',
      remedy: 'أعد المحاولة. إذا استمرت المشكلة، فأبلغ مزوّد التطبيق الذي تتصل به، ولا تسجّل الدخول إلى PingOne من هنا.',
    },
    id_token_invalid: {
      message: 'أكّدت PingOne تسجيل الدخول برمز هوية لا يخصه، ولذلك أُهمل الرد.',
      remedy: 'أعد المحاولة. إذا استمرت المشكلة، فأبلغ مزوّد التطبيق الذي تتصل به.',
    },
    consent_refused: {
      message: 'أُلغي تسجيل الدخول، أو لا تسمح PingOne لهذا المستخدم باستخدام التطبيق.',
      remedy: 'أعد المحاولة واسمح بما يُطلب. إذا لم يُطلب شيء، فاطلب من أحد المسؤولين مراجعة علامة التبويب Access للتطبيق.',
    },
    login_required: {
      message: 'طلبت PingOne تسجيل الدخول ولم يحدث.',
      remedy: 'أعد المحاولة، وسجّل الدخول إلى PingOne في النافذة التي تُفتح.',
    },
    redirect_uri_mismatch: {
      message: 'ليس لدى التطبيق في PingOne عنوان إعادة التوجيه الذي يعود إليه تسجيل الدخول هذا.',
      remedy: 'في علامة التبويب Configuration للتطبيق أضف إلى Redirect URIs عنوان إعادة التوجيه الوارد في دليل الاتصال حرفًا بحرف، ثم احفظ.',
    },
    application_disabled: {
      message: 'التطبيق الذي تسجّل الدخول عبره معطّل في PingOne.',
      remedy: 'شغّل مفتاح التبديل في أعلى يمين صفحة تطبيق OIDC Web App، ثم أعد المحاولة.',
    },
    wrong_application_type: {
      message: 'لا يُسمح للتطبيق باستخدام منح رمز التفويض (authorization code)، فلا يمكن لأحد تسجيل الدخول عبره.',
      remedy:
        'استخدم Client ID وClient Secret لتطبيق OIDC Web App. وإذا كان كذلك، فحدّد Authorization Code وRefresh Token في علامة التبويب Configuration الخاصة به.',
    },
    wrong_client_secret: {
      message: 'تعرف PingOne التطبيق الذي تسجّل الدخول عبره، لكنها لا تقبل سر العميل الخاص به.',
      remedy:
        'انسخ Client Secret مرة أخرى من علامة التبويب Overview لتطبيق OIDC Web App، وتحقق من أن مفتاح التبديل في أعلى يمين صفحته مشغّل. وإذا كان النموذج لا يطلب سرًا، فأبلغ مزوّد التطبيق الذي تتصل به.',
    },
    unknown_client: {
      message: 'لا يوجد في هذه البيئة تطبيق مفعّل بمعرّف العميل الذي تسجّل الدخول عبره.',
      remedy:
        'تحقق من أن تطبيق OIDC Web App ينتمي إلى هذه البيئة، ومن أن مفتاح التبديل في أعلى يمين صفحته مشغّل، ومن أن Client ID هو الظاهر في علامة التبويب Overview الخاصة به. وإذا كان النموذج لا يطلب معرّف عميل، فأبلغ مزوّد التطبيق الذي تتصل به.',
    },
    scope_refused: {
      message: 'لا تمنح PingOne التطبيق النطاقات (scopes) المطلوبة.',
      remedy: 'في علامة التبويب Resources لتطبيق OIDC Web App حدّد النطاقات الواردة في دليل الاتصال، ثم احفظ.',
    },
    code_refused: {
      message: 'لم تقبل PingOne رمز تسجيل الدخول: فقد استُخدم من قبل أو وصل متأخرًا.',
      remedy: 'أعد المحاولة. إذا استمرت المشكلة، فأبلغ مزوّد التطبيق الذي تتصل به.',
    },
    refresh_token_refused: {
      message: 'لم تعد PingOne تقبل رمز التحديث: فقد انتهت صلاحيته أو أُبطل، أو انتهت جلسته.',
      remedy: 'أعد الاتصال وسجّل الدخول إلى PingOne.',
    },
    no_refresh_token: {
      message: 'انتهت صلاحية رمز الوصول، ولم تمنح PingOne رمز تحديث يُجدّد به.',
      remedy: 'في علامة التبويب Configuration لتطبيق OIDC Web App حدّد Refresh Token ثم احفظ. بعد ذلك أعد الاتصال.',
    },
    token_refused: {
      message: 'رفضت PingOne منح التطبيق رمز وصول.',
      remedy:
        'تحقق من أن مفتاح التبديل في أعلى يمين صفحة تطبيق OIDC Web App مشغّل، ومن أن علامة التبويب Access الخاصة به تسمح لهذا المستخدم.',
    },
    auth_method_unsupported: {
      message:
        'لا يقبل تطبيق OIDC Web App سر عميل: فقيمة Token Endpoint Authentication Method فيه هي Client Secret JWT أو Private Key JWT أو None.',
      remedy: 'في علامة التبويب Configuration لتطبيق OIDC Web App اضبط Token Endpoint Authentication Method على Client Secret Post ثم احفظ.',
    },
    authorization_refused: {
      message: 'رفضت PingOne تسجيل الدخول قبل أن يتمكن أحد من تسجيل الدخول.',
      remedy: 'قارن تطبيق OIDC Web App بدليل الاتصال خطوةً بخطوة. إذا استمرت المشكلة، فأعطِ معرّف الارتباط لدعم Ping Identity.',
    },
  },
};
