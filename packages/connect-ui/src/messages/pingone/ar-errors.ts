import type { SharedErrors } from '../translation.ts';

/** What goes wrong with PingOne's values, and with connecting in whatever way, in Arabic. */
export const sharedErrors: SharedErrors = {
  environment_id_missing: {
    message: 'معرّف البيئة غير موجود.',
    remedy: 'انسخه من Settings → Environment Properties في وحدة تحكم مسؤول PingOne.',
  },
  environment_id_invalid: {
    message: 'هذا ليس معرّف بيئة.',
    remedy:
      'يتكوّن معرّف البيئة من 32 حرفًا ورقمًا في خمس مجموعات، مثل f2aba07d-270c-42ba-8811-01af5f63d458. انسخه من Settings → Environment Properties.',
  },
  environment_id_is_custom_domain: {
    message: 'هذا عنوان نطاق مخصص، ولا يدل على البيئة ولا على منطقتها.',
    remedy: 'انسخ Environment ID من Settings → Environment Properties؛ وتظهر المنطقة في الصفحة نفسها.',
  },
  environment_not_found: {
    message: 'لا تعرف أي منطقة من مناطق PingOne بيئةً بهذا المعرّف.',
    remedy: 'انسخ Environment ID من Settings → Environment Properties؛ أما معرّف المؤسسة المجاور له فهو معرّف آخر.',
  },
  environment_not_in_region: {
    message: 'لا تعرف المنطقة المختارة هذه البيئة، ولم تُجب كل المناطق الأخرى عند البحث عنها فيها.',
    remedy:
      'قارن المنطقة بما يظهر في Settings → Environment Properties. إذا كانت صحيحة، فتحقق من Environment ID أو أعد المحاولة بعد لحظات.',
  },
  region_missing: {
    message: 'لم يتم اختيار المنطقة.',
    remedy: 'اختر المنطقة الظاهرة في Settings → Environment Properties.',
  },
  region_unknown: {
    message: 'ليس لدى PingOne منطقة بنطاق المستوى الأعلى هذا.',
    remedy: 'استخدم إحدى القيم com أو ca أو eu أو com.au أو sg أو asia.',
  },
  client_id_missing: {
    message: 'معرّف العميل غير موجود.',
    remedy: 'انسخه من علامة التبويب Overview في التطبيق.',
  },
  client_id_invalid: {
    message: 'هذا ليس معرّف عميل من PingOne.',
    remedy: 'يتكوّن معرّف العميل من 32 حرفًا ورقمًا في خمس مجموعات. انسخه من علامة التبويب Overview في التطبيق.',
  },
  client_id_is_environment_id: {
    message: 'معرّف العميل مطابق لمعرّف البيئة.',
    remedy: 'انسخ Client ID من علامة التبويب Overview في التطبيق؛ فهو يختلف عن معرّف البيئة.',
  },
  client_secret_missing: {
    message: 'سر العميل غير موجود.',
    remedy: 'انسخه من علامة التبويب Overview في التطبيق.',
  },
  client_secret_invalid: {
    message: 'لا يمكن أن يكون هذا سر عميل.',
    remedy: 'سر العميل سطر واحد من النص. استخدم زر النسخ بجوار Client Secret في PingOne، والصقه وحده.',
  },
  client_secret_masked: {
    message: 'هذه هي النقاط التي تُخفي السر، وليست السر نفسه.',
    remedy: 'اضغط على رمز العين أو زر النسخ بجوار Client Secret في PingOne، ثم الصق مرة أخرى.',
  },
  client_secret_short: {
    message: 'هذا أقصر من أسرار العملاء التي تنشئها PingOne، فربما اقتُطع جزء منه.',
    remedy: 'قارنه بالسر الموجود في PingOne، أو استخدم زر النسخ هناك. إذا كان كاملاً، فتابع.',
  },
  client_secret_spaced: {
    message: 'توجد مسافة في هذا السر، فربما نُسخ معه شيء آخر.',
    remedy: 'قارنه بالسر الموجود في PingOne، أو استخدم زر النسخ هناك. إذا كان صحيحًا، فتابع.',
  },
  client_secret_is_client_id: {
    message: 'سر العميل مطابق لمعرّف العميل.',
    remedy: 'استخدم زر النسخ بجوار Client Secret الموجود أسفل Client ID في علامة التبويب Overview.',
  },
  provider_rate_limited: {
    message: 'ترد PingOne بأنها تتلقى حاليًا طلبات كثيرة جدًا من هذه البيئة.',
    remedy: 'انتظر لحظة ثم أعد المحاولة. لن يضيع شيء مما كتبته.',
  },
  provider_timeout: {
    message: 'لم ترد PingOne في الوقت المحدد.',
    remedy: 'أعد المحاولة. إذا استمرت المشكلة، فراجع status.pingidentity.com.',
  },
  provider_unreachable: {
    message: 'تعذّر الوصول إلى PingOne من الخادم.',
    remedy: 'أعد المحاولة. إذا استمرت المشكلة، فقد لا يُسمح للخادم بالوصول إلى PingOne: أبلغ مزوّد التطبيق الذي تتصل به.',
  },
  provider_unavailable: {
    message: 'تواجه PingOne مشكلة من جانبها ولم تتمكن من الرد.',
    remedy: 'أعد المحاولة بعد لحظات. إذا استمرت المشكلة، فراجع status.pingidentity.com.',
  },
  provider_answer_too_large: {
    message: 'كان الرد أكبر بكثير من أي رد من PingOne، ولذلك لم يُقرأ.',
    remedy: 'هناك ما يرد بدلاً من PingOne بينها وبين الخادم: أبلغ مزوّد التطبيق الذي تتصل به.',
  },
  provider_answer_invalid: {
    message: 'لم يكن الرد من الردود التي تقدّمها PingOne.',
    remedy: 'أعد المحاولة. إذا استمرت المشكلة، فهناك ما يرد بدلاً من PingOne بينها وبين الخادم: أبلغ مزوّد التطبيق الذي تتصل به.',
  },
  swapped_ids: {
    message: 'معرّف العميل المُدخل هو معرّف بيئة، ومعرّف البيئة المُدخل ليس كذلك، فيبدو أن القيمتين قد تبادلتا مكانيهما.',
    remedy: 'بدّل القيمتين، ثم أعد المحاولة.',
  },
  organization_id_as_environment_id: {
    message: 'ما أُدخل على أنه معرّف البيئة هو معرّف المؤسسة.',
    remedy: 'انسخ Environment ID الموجود بجوار معرّف المؤسسة في Settings → Environment Properties.',
  },
  token_for_other_environment: {
    message: 'ينتمي التطبيق إلى بيئة غير البيئة التي أُدخل معرّفها.',
    remedy: 'استخدم Environment ID الموجود في علامة التبويب Overview للتطبيق نفسه.',
  },
  token_rejected: {
    message: 'منحت PingOne رمز وصول، لكن واجهة API الخاصة بها لا تقبله.',
    remedy: 'أعد المحاولة بعد دقيقة. إذا استمرت المشكلة، فأعطِ معرّف الارتباط لدعم Ping Identity.',
  },
  provider_refused: {
    message: 'رفضت PingOne الطلب لسبب لم توضّحه.',
    remedy: 'راجع دليل الاتصال مرة أخرى. إذا استمرت المشكلة، فأعطِ معرّف الارتباط لدعم Ping Identity.',
  },
};
