import { localizeForm } from './localize-form.ts';
import { pingOneErrors } from './pingone/ar-errors.ts';
import { pingOne } from './pingone/ar.ts';
import type { Translation } from './translation.ts';

/** Arabic, which runs from right to left. */
export const translation: Translation = {
  tag: 'ar',
  direction: 'rtl',
  localizeForm,
  text: {
    'form.title': 'ربط حساب {provider}',
    'form.intro': 'الصق ما لديك في أي حقل: عنوانًا أو مقطعًا من ملف \u2066.env\u2069 أو JSON أو قيمًا منفردة.',
    'form.connect': 'اتصال',
    'form.connecting': 'جارٍ الاتصال…',
    'form.close': 'إغلاق',
    'form.loading': 'جارٍ تحميل النموذج…',
    'reconnect.title': 'إعادة ربط {provider}',
    'reconnect.intro': 'ما هو معروف مُعبّأ مسبقًا. أدخل الباقي ليعمل الاتصال من جديد.',
    'reconnect.submit': 'إعادة الاتصال',
    'reconnect.submitting': 'جارٍ إعادة الاتصال…',
    'reconnect.known': 'معروف مسبقًا',
    'reconnect.edit': 'تعديل',
    'field.show': 'إظهار',
    'field.hide': 'إخفاء',
    'field.regionOption': '{name} – {tld}',
    'paste.filled': 'تم الملء مما لصقته: {fields}.',
    'region.asking': 'جارٍ البحث عن المنطقة…',
    'region.found': 'تم العثور على المنطقة: {region}.',
    'region.corrected': 'تم التصحيح إلى {region}: فهناك توجد هذه البيئة.',
    'help.field': 'أين أجد هذا؟',
    'help.need': 'هل تحتاج إلى مساعدة؟',
    'help.open': 'عرض دليل الاتصال',
    'help.close': 'إخفاء دليل الاتصال',
    'help.step': 'أرني أين',
    'guide.title': 'دليل الاتصال',
    'guide.loading': 'جارٍ تحميل الدليل…',
    'guide.failed': 'تعذّر تحميل الدليل. تحقق من اتصالك بالإنترنت ثم حاول مرة أخرى.',
    'guide.path': 'المسار في وحدة التحكم',
    'guide.console': 'فتح هذه البيئة في وحدة التحكم',
    'guide.newTab': 'يُفتح في علامة تبويب جديدة',
    'progress.title': 'التقدم',
    'progress.environment.started': 'جارٍ البحث عن البيئة',
    'progress.environment.done': 'تم العثور على البيئة',
    'progress.credentials.started': 'جارٍ التحقق من بيانات الاعتماد',
    'progress.credentials.done': 'تم قبول بيانات الاعتماد',
    'progress.access.started': 'جارٍ التحقق من صلاحيات الوصول',
    'progress.access.done': 'تم التحقق من صلاحيات الوصول',
    'progress.saved.started': 'جارٍ حفظ الاتصال',
    'progress.saved.done': 'تم الحفظ',
    'progress.waiting': '{step}: في انتظار مزوّد الخدمة',
    'result.title': 'تم الاتصال بـ {environment}',
    'result.titlePlain': 'تم الاتصال',
    'result.reconnected': 'أُعيد الاتصال بـ {environment}',
    'result.reconnectedPlain': 'أُعيد الاتصال',
    'result.summary': 'تم التحقق من الاتصال وهو يعمل.',
    'result.summaryPlain': 'تم إنشاء الاتصال، لكن الرد الذي يصفه فُقد في الطريق.',
    'result.summaryWarning': 'الاتصال يعمل، لكنه قد لا يستطيع تنفيذ كل شيء.',
    'result.environmentId': 'معرّف البيئة (Environment ID)',
    'result.type': 'النوع',
    'result.region': 'المنطقة',
    'result.access': 'ما يمكنه فعله',
    'result.allowed': 'مسموح',
    'result.refused': 'غير مسموح',
    'result.done': 'تم',
    'notice.region_corrected': 'تم تصحيح المنطقة إلى {value}.',
    'notice.auth_method_basic': 'يستخدم التطبيق Client Secret Basic، وهو يعمل بالكفاءة نفسها. لا حاجة إلى تغيير أي شيء.',
    'picker.title': 'اختر ما تريد الاتصال به',
    'failure.details': 'التفاصيل',
    'failure.code': 'الرمز',
    'failure.correlationId': 'معرّف الارتباط (Correlation ID)',
    'failure.requestId': 'معرّف الطلب (Request ID)',
    'failure.retry': 'المحاولة مرة أخرى',
    'failure.swap': 'تبديل القيمتين',
    'failure.wait': 'يُرجى الانتظار قبل المحاولة مرة أخرى. المدة بالثواني: {seconds}.',
  },
  errors: {
    ...pingOneErrors,
    offline: {
      message: 'أنت غير متصل بالإنترنت.',
      remedy: 'اضغط على «اتصال» مرة أخرى عند عودة الاتصال بالإنترنت. ما كتبته محفوظ.',
    },
    server_unreachable: {
      message: 'تعذّر الوصول إلى الخادم.',
      remedy: 'تحقق من اتصالك بالإنترنت ثم حاول مرة أخرى. ما كتبته محفوظ.',
    },
    server_answer_invalid: {
      message: 'تعذّرت قراءة رد الخادم.',
      remedy: 'حاول مرة أخرى. إذا استمرت المشكلة، فأبلغ مزوّد التطبيق الذي تتصل به.',
    },
    connection_interrupted: {
      message: 'انقطع الخط قبل وصول الرد، ولم يُنشأ أي اتصال.',
      remedy: 'اضغط على «اتصال» مرة أخرى. ما كتبته محفوظ.',
    },
    session_token_unavailable: {
      message: 'تعذّر على التطبيق تجديد إذنك بالاتصال.',
      remedy: 'حاول مرة أخرى. إذا استمرت المشكلة، فأعد تحميل الصفحة.',
    },
    no_integration: {
      message: 'لا يوجد هنا ما يُسمح لك بالاتصال به.',
      remedy: 'أبلغ مزوّد التطبيق الذي تتصل به بأن جلسته لا تسمح بأي تكامل.',
    },
    integration_not_offered: {
      message: 'لا يُسمح لك بالاتصال بهذا التكامل.',
      remedy: 'أبلغ مزوّد التطبيق الذي تتصل به بأن جلسته لا تسمح به.',
    },
    unsupported_provider: {
      message: 'هذه الصفحة لا تعرف نموذج هذا التكامل.',
      remedy: 'أبلغ مزوّد التطبيق الذي تتصل به بأن إصدار Latchkey في الصفحة أقدم من إصدار الخادم.',
    },
    connect_session_expired: {
      message: 'انتهت المهلة المتاحة لك للاتصال.',
      remedy: 'أعد تحميل الصفحة للبدء من جديد.',
    },
    unknown_connect_session_token: {
      message: 'لا تملك هذه الصفحة إذنًا صالحًا للاتصال.',
      remedy: 'أعد تحميل الصفحة للبدء من جديد.',
    },
    too_many_request: {
      message: 'جرت محاولات كثيرة جدًا في وقت قصير.',
      remedy: 'انتظر لحظة ثم حاول مرة أخرى. ما كتبته محفوظ.',
    },
    store_unavailable: {
      message: 'تعذّر حفظ الاتصال.',
      remedy: 'اضغط على «اتصال» مرة أخرى بعد لحظات. ما كتبته محفوظ.',
    },
    store_full: {
      message: 'لم تعد في قاعدة البيانات مساحة، فلم يُحفظ شيء.',
      remedy: 'يجب على مشغّل التطبيق إخلاء مساحة على القرص. بعد ذلك حاول مرة أخرى.',
    },
    missing_auth_header: {
      message: 'لا يحتوي الطلب على الترويسة «Authorization».',
      remedy: 'يجب أن يرسل التطبيق «Authorization: Bearer» مع رمز جلسة الاتصال.',
    },
    malformed_auth_header: {
      message: 'الترويسة «Authorization» ليست بالصيغة «\u2066Bearer <token>\u2069».',
      remedy: 'يجب أن يرسل التطبيق كلمة Bearer ثم مسافة واحدة ثم الرمز.',
    },
    invalid_connect_session_token_format: {
      message: 'ما أُرسل ليس رمز جلسة اتصال.',
      remedy: 'يجب أن يرسل التطبيق قيمة «token» التي أعادها POST /connect/sessions؛ فلا مكان لمفتاح سري في المتصفح.',
    },
    integration_not_allowed: {
      message: 'لا تسمح جلسة الاتصال بهذا التكامل.',
      remedy: 'يجب أن يذكر التطبيق التكامل في «allowed_integrations» عند إنشاء الجلسة، أو أن يغفل هذا الخيار.',
    },
    origin_not_allowed: {
      message: 'لا يُسمح لصفحات هذا المصدر باستخدام Latchkey.',
      remedy: 'يجب أن يضيف التطبيق مصدر الصفحة إلى الخيار «allowedOrigins».',
    },
    invalid_json: {
      message: 'محتوى الطلب ليس JSON صالحًا.',
      remedy: 'يجب إرسال كائن JSON.',
    },
    invalid_body: {
      message: 'محتوى الطلب ليس كما ينبغي.',
      remedy: 'راجع ما كتبته ثم حاول مرة أخرى. إذا استمرت المشكلة، فأبلغ مزوّد التطبيق.',
    },
    invalid_query_params: {
      message: 'معاملات العنوان ليست كما ينبغي.',
      remedy: 'راجع ما كتبته ثم حاول مرة أخرى. إذا استمرت المشكلة، فأبلغ مزوّد التطبيق.',
    },
    invalid_content_type: {
      message: 'محتوى الطلب ليس JSON بحسب «Content-Type».',
      remedy: 'يجب إرسال «Content-Type: application/json».',
    },
    body_too_large: {
      message: 'الطلب أكبر مما يُقبل هنا.',
      remedy: 'أرسل أقل من ذلك: لا يحتاج أي طلب هنا إلى أكثر من 100 كيلوبايت.',
    },
    not_found: {
      message: 'هذا العنوان غير موجود على الخادم.',
      remedy: 'يجب أن يراجع التطبيق الأسلوب والمسار في مرجع واجهة API.',
    },
    unknown_integration: {
      message: 'لا يوجد تكامل بهذا المعرّف.',
      remedy: 'يجب أن يستخدم التطبيق معرّفًا مذكورًا في الخيار «integrations».',
    },
    unknown_connection: {
      message: 'لم يعد هذا الاتصال موجودًا.',
      remedy: 'فُصل في هذه الأثناء: عد إلى التطبيق واتصل من جديد.',
    },
    connection_disabled: {
      message: 'هذا الاتصال معطّل.',
      remedy: 'اطلب من مزوّد التطبيق الذي تتصل به تفعيله من جديد.',
    },
    identity_mismatch: {
      message: 'تؤدي هذه القيم إلى شيء آخر غير الاتصال الذي تعيد ربطه.',
      remedy: 'أعد القيمة السابقة، أو اربط هذه القيمة كاتصال جديد.',
    },
    encryption_key_missing: {
      message: 'خُتمت البيانات المحفوظة بمفتاح تشفير لم يُعطَ لهذا الخادم.',
      remedy: 'يجب على مشغّل التطبيق إضافة هذا المفتاح مجددًا إلى الخيار «encryptionKeys» بعد المفتاح الأول.',
    },
    sealed_value_invalid: {
      message: 'تعذّر فتح قيمة مختومة: لقد غُيّرت أو اقتُطعت أو نُقلت من اتصال آخر.',
      remedy: 'أعد الاتصال، أو يستعيد مشغّل التطبيق قاعدة البيانات من نسخة احتياطية.',
    },
    server_error: {
      message: 'حدث خطأ غير متوقع في Latchkey.',
      remedy: 'أعطِ مزوّد التطبيق معرّف الطلب الظاهر في التفاصيل: فهو مدوّن في سجل الخادم.',
    },
  },
  providers: { 'pingone-cc': pingOne },
};
