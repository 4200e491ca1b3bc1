import { localizeForm } from './localize-form.ts';
import { sharedErrors } from './pingone/es-errors.ts';
import { signOn } from './pingone/es-sign-on.ts';
import { worker } from './pingone/es-worker.ts';
import type { Translation } from './translation.ts';

/** Spanish. */
export const translation: Translation = {
  tag: 'es',
  direction: 'ltr',
  localizeForm,
  text: {
    'form.title': 'Vincular una cuenta de {provider}',
    'form.intro': 'Pegue lo que tenga en cualquier campo: una dirección, un bloque .env, JSON o valores sueltos.',
    'form.connect': 'Conectar',
    'form.connecting': 'Conectando…',
    'form.close': 'Cerrar',
    'form.loading': 'Cargando el formulario…',
    'reconnect.title': 'Volver a conectar {provider}',
    'reconnect.intro': 'Lo que ya se sabe está rellenado. Introduzca el resto y la conexión volverá a funcionar.',
    'reconnect.submit': 'Volver a conectar',
    'reconnect.submitting': 'Volviendo a conectar…',
    'reconnect.known': 'Ya se sabe',
    'reconnect.edit': 'Editar',
    'field.show': 'Mostrar',
    'field.hide': 'Ocultar',
    'field.regionOption': '{name} – {tld}',
    'paste.filled': 'Completado con lo que ha pegado: {fields}.',
    'region.asking': 'Buscando la región…',
    'region.found': 'Región encontrada: {region}.',
    'region.corrected': 'Corregido a {region}: ahí se encuentra este entorno.',
    'help.field': '¿Dónde lo encuentro?',
    'help.need': '¿Necesita ayuda?',
    'help.open': 'Ver la guía de conexión',
    'help.close': 'Ocultar la guía de conexión',
    'help.step': 'Mostrarme dónde',
    'guide.title': 'Guía de conexión',
    'guide.loading': 'Cargando la guía…',
    'guide.failed': 'No se ha podido cargar la guía. Compruebe su conexión a Internet e inténtelo de nuevo.',
    'guide.path': 'Ruta en la consola',
    'guide.console': 'Abrir este entorno en la consola',
    'guide.newTab': 'se abre en una pestaña nueva',
    'progress.title': 'Progreso',
    'progress.environment.started': 'Buscando el entorno',
    'progress.environment.done': 'Entorno encontrado',
    'progress.credentials.started': 'Comprobando las credenciales',
    'progress.credentials.done': 'Credenciales aceptadas',
    'progress.access.started': 'Comprobando el acceso',
    'progress.access.done': 'Acceso comprobado',
    'progress.saved.started': 'Guardando la conexión',
    'progress.saved.done': 'Conexión guardada',
    'progress.waiting': '{step}: a la espera del proveedor',
    'result.title': 'Conectado a {environment}',
    'result.titlePlain': 'Conectado',
    'result.reconnected': 'Conectado de nuevo a {environment}',
    'result.reconnectedPlain': 'Conectado de nuevo',
    'result.summary': 'La conexión se ha comprobado y funciona.',
    'result.summaryPlain': 'La conexión se ha establecido; la respuesta que la describe se ha perdido por el camino.',
    'result.summaryWarning': 'La conexión funciona, pero es posible que no pueda hacerlo todo.',
    'result.environmentId': 'ID del entorno (Environment ID)',
    'result.type': 'Tipo',
    'result.region': 'Región',
    'result.access': 'Lo que puede hacer',
    'result.allowed': 'permitido',
    'result.refused': 'no permitido',
    'result.done': 'Listo',
    'notice.region_corrected': 'La región se ha corregido a {value}.',
    'notice.auth_method_basic': 'La aplicación utiliza Client Secret Basic, que funciona igual de bien. No hace falta cambiar nada.',
    'notice.no_refresh_token':
      'No ha llegado ningún token de actualización, así que la conexión funciona hasta que caduque su token. Haga que la aplicación emita tokens de actualización como muestra la guía y vuelva a conectar.',
    'signIn.hint': 'Inicia sesión en {provider} en una ventana que se abre.',
    'signIn.oneMoment': 'Un momento…',
    'signIn.checking': 'Comprobando lo que ha introducido…',
    'signIn.open': 'Inicie sesión en {provider} en la ventana que se ha abierto.',
    'signIn.openHelp': 'Esta página se da cuenta cuando termina. Si no ve la ventana, ábrala de nuevo.',
    'signIn.blocked': 'Su navegador no ha abierto la ventana de inicio de sesión.',
    'signIn.blockedHelp': 'Ábrala con el botón de abajo o continúe en esta pestaña: después volverá aquí.',
    'signIn.closed': 'La ventana de inicio de sesión parece estar cerrada.',
    'signIn.closedHelp': 'Si sigue abierta, termine allí: esta página se dará cuenta. Si no, inténtelo de nuevo.',
    'signIn.mismatchHelp': 'Si mostró un error sobre la URI de redirección, introduzca exactamente esta en su aplicación:',
    'signIn.openNow': 'Abrir el inicio de sesión',
    'signIn.reopen': 'Abrir la ventana de nuevo',
    'signIn.inTab': 'Continuar en esta pestaña',
    'signIn.cancel': 'Cancelar',
    'client.use': 'Usar una aplicación propia',
    'client.title': 'Su aplicación',
    'client.intro': 'El inicio de sesión pasa por una aplicación de su entorno. Créela como muestra la guía, con esta URI de redirección:',
    'copy.redirect_uri': 'URI de redirección',
    'copy.scopes': 'Scopes',
    'copy.copy': 'Copiar',
    'copy.copied': 'Copiado.',
    'copy.selected': 'Seleccionado: cópielo con Ctrl+C o ⌘C.',
    'picker.title': 'Elija qué desea conectar',
    'picker.another': 'Elegir otra opción',
    'failure.details': 'Detalles',
    'failure.code': 'Código',
    'failure.correlationId': 'ID de correlación (Correlation ID)',
    'failure.requestId': 'ID de la solicitud (Request ID)',
    'failure.retry': 'Intentar de nuevo',
    'failure.swap': 'Intercambiar los dos valores',
    'failure.wait': 'Espere {seconds} segundos antes de intentarlo de nuevo.',
  },
  errors: {
    ...sharedErrors,
    offline: {
      message: 'No tiene conexión a Internet.',
      remedy: 'Inténtelo de nuevo cuando vuelva a tenerla. Lo que ha escrito se conserva.',
    },
    server_unreachable: {
      message: 'No se ha podido contactar con el servidor.',
      remedy: 'Compruebe su conexión a Internet e inténtelo de nuevo. Lo que ha escrito se conserva.',
    },
    server_answer_invalid: {
      message: 'No se ha podido leer la respuesta del servidor.',
      remedy: 'Inténtelo de nuevo. Si sigue igual, comuníquelo al proveedor de la aplicación a la que se está conectando.',
    },
    connection_interrupted: {
      message: 'La comunicación se cortó antes de llegar la respuesta, así que no se sabe si la conexión se ha establecido.',
      remedy: 'Inténtelo de nuevo: no pasa nada si la conexión ya existe. Lo que ha escrito se conserva.',
    },
    session_token_unavailable: {
      message: 'La aplicación no ha podido obtener el permiso para que usted se conecte.',
      remedy: 'Inténtelo de nuevo. Si sigue igual, vuelva a cargar la página.',
    },
    no_integration: {
      message: 'Aquí no hay nada que pueda conectar.',
      remedy: 'Comunique al proveedor de la aplicación a la que se está conectando que su sesión no permite ninguna integración.',
    },
    integration_not_offered: {
      message: 'No tiene permiso para conectar esta integración.',
      remedy: 'Comunique al proveedor de la aplicación a la que se está conectando que su sesión no la permite.',
    },
    unsupported_provider: {
      message: 'Esta página no conoce el formulario de esta integración.',
      remedy:
        'Comunique al proveedor de la aplicación a la que se está conectando que su versión de Latchkey es anterior a la de su servidor.',
    },
    connect_session_expired: {
      message: 'Se ha agotado su tiempo para conectar.',
      remedy: 'Vuelva a cargar la página para empezar de nuevo.',
    },
    unknown_connect_session_token: {
      message: 'Esta página no tiene un permiso válido para conectar.',
      remedy: 'Vuelva a cargar la página para empezar de nuevo.',
    },
    too_many_request: {
      message: 'Ha habido demasiados intentos en poco tiempo.',
      remedy: 'Espere un momento y vuelva a intentarlo. Lo que ha escrito se conserva.',
    },
    store_unavailable: {
      message: 'No se ha podido guardar la conexión.',
      remedy: 'Inténtelo de nuevo dentro de un momento. Lo que ha escrito se conserva.',
    },
    store_full: {
      message: 'No queda espacio en la base de datos y no se ha guardado nada.',
      remedy: 'El responsable de la aplicación debe liberar espacio en disco. Después, inténtelo de nuevo.',
    },
    missing_auth_header: {
      message: 'La solicitud no tiene la cabecera «Authorization».',
      remedy: 'La aplicación debe enviar «Authorization: Bearer» seguido del token de la sesión de conexión.',
    },
    malformed_auth_header: {
      message: 'La cabecera «Authorization» no tiene la forma «Bearer <token>».',
      remedy: 'La aplicación debe enviar la palabra Bearer, un espacio y el token.',
    },
    invalid_connect_session_token_format: {
      message: 'Lo que se ha enviado no es un token de sesión de conexión.',
      remedy:
        'La aplicación debe enviar el «token» que devolvió POST /connect/sessions; una clave secreta nunca debe estar en un navegador.',
    },
    integration_not_allowed: {
      message: 'La sesión de conexión no permite esta integración.',
      remedy: 'La aplicación debe indicar la integración en «allowed_integrations» al crear la sesión, u omitir esa opción.',
    },
    origin_not_allowed: {
      message: 'Las páginas de este origen no pueden usar Latchkey.',
      remedy: 'La aplicación debe añadir el origen de la página a la opción «allowedOrigins».',
    },
    invalid_json: {
      message: 'El cuerpo de la solicitud no es JSON válido.',
      remedy: 'Hay que enviar un objeto JSON.',
    },
    invalid_body: {
      message: 'El cuerpo de la solicitud no es como debería ser.',
      remedy: 'Revise lo que ha escrito e inténtelo de nuevo. Si sigue igual, comuníquelo al proveedor de la aplicación.',
    },
    invalid_query_params: {
      message: 'Los parámetros de la dirección no son como deberían ser.',
      remedy: 'Revise lo que ha escrito e inténtelo de nuevo. Si sigue igual, comuníquelo al proveedor de la aplicación.',
    },
    invalid_content_type: {
      message: 'Según «Content-Type», el cuerpo de la solicitud no es JSON.',
      remedy: 'Hay que enviar «Content-Type: application/json».',
    },
    body_too_large: {
      message: 'La solicitud es mayor de lo que aquí se admite.',
      remedy: 'Envíe menos: aquí ninguna solicitud necesita más de 100 kB.',
    },
    not_found: {
      message: 'Esta dirección no existe en el servidor.',
      remedy: 'La aplicación debe comprobar el método y la ruta en la referencia de la API.',
    },
    unknown_integration: {
      message: 'No hay ninguna integración con este ID.',
      remedy: 'La aplicación debe usar un ID indicado en la opción «integrations».',
    },
    unknown_connection: {
      message: 'Esta conexión ya no existe.',
      remedy: 'Se desconectó entretanto: vuelva a la aplicación y conéctese de nuevo.',
    },
    connection_disabled: {
      message: 'La conexión está desactivada.',
      remedy: 'Pida al proveedor de la aplicación a la que se conecta que la vuelva a activar.',
    },
    identity_mismatch: {
      message: 'Esto lleva a algo distinto de la conexión que está restableciendo.',
      remedy: 'Vuelva a poner el valor anterior, o conecte este como una conexión nueva.',
    },
    unknown_authorization: {
      message: 'Este inicio de sesión no lo ha comenzado usted aquí.',
      remedy: 'Inténtelo de nuevo para comenzar otro. Lo que ha escrito se conserva.',
    },
    authorization_expired: {
      message: 'El inicio de sesión no se ha terminado a tiempo.',
      remedy: 'Inténtelo de nuevo y termine el inicio de sesión en menos de diez minutos.',
    },
    authorization_not_bound: {
      message: 'El inicio de sesión ha vuelto en un navegador distinto de aquel en el que comenzó, o sin su cookie.',
      remedy:
        'Inténtelo de nuevo y permanezca en este navegador. Si sigue igual, permita las cookies para la dirección de la ventana de inicio de sesión.',
    },
    authorization_used: {
      message: 'Este inicio de sesión ya se ha terminado.',
      remedy: 'Cierre la ventana. Para iniciar sesión otra vez, inténtelo de nuevo.',
    },
    return_url_not_allowed: {
      message: 'El inicio de sesión no puede volver a esta página, porque su dirección no está en la lista del servidor.',
      remedy: 'Comunique al proveedor de la aplicación a la que se está conectando que el origen de la página falta en «allowedOrigins».',
    },
    oauth_client_missing: {
      message: 'No hay ninguna aplicación a través de la cual pueda iniciar sesión.',
      remedy:
        'Introduzca el Client ID y el Client Secret de una OIDC Web App. Si no tiene ninguna, consulte al proveedor de la aplicación a la que se está conectando.',
    },
    encryption_key_missing: {
      message: 'Lo guardado se selló con una clave de cifrado que este servidor no tiene.',
      remedy: 'El responsable de la aplicación debe volver a añadir esa clave a la opción «encryptionKeys», después de la primera.',
    },
    sealed_value_invalid: {
      message: 'Un valor sellado no se puede abrir: se ha modificado, se ha cortado o procede de otra conexión.',
      remedy: 'Conéctese de nuevo, o el responsable de la aplicación restaura la base de datos desde una copia de seguridad.',
    },
    server_error: {
      message: 'Se ha producido un error inesperado en Latchkey.',
      remedy: 'Facilite al proveedor de la aplicación el ID de la solicitud que figura en los detalles: está en el registro del servidor.',
    },
  },
  providers: { 'pingone-cc': worker, pingone: signOn },
};
