/** What PingOne's forms and guides have in common, in Arabic. */
export const shared = {
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
  pathWords: { 'Your application': 'تطبيقك' },
  guideParts: {
    'find-environment-id': 'العثور على معرّف البيئة',
    'find-region': 'العثور على المنطقة',
  },
  guideSteps: {
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
  },
} as const;
