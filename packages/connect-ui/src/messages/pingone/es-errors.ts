import type { SharedErrors } from '../translation.ts';

/** What goes wrong with PingOne's values, and with connecting in whatever way, in Spanish. */
export const sharedErrors: SharedErrors = {
  environment_id_missing: {
    message: 'Falta el ID del entorno.',
    remedy: 'Cópielo de Settings → Environment Properties en la consola de administración de PingOne.',
  },
  environment_id_invalid: {
    message: 'Esto no es un ID de entorno.',
    remedy:
      'Un ID de entorno tiene 32 letras y cifras en cinco grupos, como f2aba07d-270c-42ba-8811-01af5f63d458. Cópielo de Settings → Environment Properties.',
  },
  environment_id_is_custom_domain: {
    message: 'Esta es la dirección de un dominio personalizado, que no revela ni el entorno ni su región.',
    remedy: 'Copie el Environment ID de Settings → Environment Properties; la región figura en la misma página.',
  },
  environment_not_found: {
    message: 'Ninguna región de PingOne conoce un entorno con este ID.',
    remedy: 'Copie el Environment ID de Settings → Environment Properties; el ID de la organización, que está al lado, es otro.',
  },
  environment_not_in_region: {
    message: 'La región elegida no conoce este entorno, y no todas las demás regiones respondieron cuando se buscó en ellas.',
    remedy:
      'Compare la región con la de Settings → Environment Properties. Si es la correcta, compruebe el Environment ID o inténtelo de nuevo dentro de un momento.',
  },
  region_missing: {
    message: 'Falta la región.',
    remedy: 'Elija la región que muestra Settings → Environment Properties.',
  },
  region_unknown: {
    message: 'PingOne no tiene ninguna región con este dominio de nivel superior.',
    remedy: 'Use com, ca, eu, com.au, sg o asia.',
  },
  client_id_missing: {
    message: 'Falta el ID de cliente.',
    remedy: 'Cópielo de la pestaña Overview de la aplicación.',
  },
  client_id_invalid: {
    message: 'Esto no es un ID de cliente de PingOne.',
    remedy: 'Un ID de cliente tiene 32 letras y cifras en cinco grupos. Cópielo de la pestaña Overview de la aplicación.',
  },
  client_id_is_environment_id: {
    message: 'El ID de cliente es igual al ID del entorno.',
    remedy: 'Copie el Client ID de la pestaña Overview de la aplicación; es distinto del ID del entorno.',
  },
  client_secret_missing: {
    message: 'Falta el secreto de cliente.',
    remedy: 'Cópielo de la pestaña Overview de la aplicación.',
  },
  client_secret_invalid: {
    message: 'Esto no puede ser un secreto de cliente.',
    remedy: 'Un secreto de cliente es una sola línea de texto. Use el botón de copiar junto a Client Secret en PingOne y péguelo solo.',
  },
  client_secret_masked: {
    message: 'Estos son los puntos que ocultan el secreto, no el secreto.',
    remedy: 'Pulse el ojo o el botón de copiar junto a Client Secret en PingOne y vuelva a pegar.',
  },
  client_secret_short: {
    message: 'Es más corto que los secretos de cliente que crea PingOne, así que quizá esté cortado.',
    remedy: 'Compárelo con el de PingOne o use allí el botón de copiar. Si está completo, continúe.',
  },
  client_secret_spaced: {
    message: 'Hay un espacio en este secreto, así que quizá se haya copiado algo más con él.',
    remedy: 'Compárelo con el de PingOne o use allí el botón de copiar. Si es correcto, continúe.',
  },
  client_secret_is_client_id: {
    message: 'El secreto de cliente es igual al ID de cliente.',
    remedy: 'Use el botón de copiar junto a Client Secret, que está debajo del Client ID en la pestaña Overview.',
  },
  provider_rate_limited: {
    message: 'PingOne responde que ahora mismo recibe demasiadas solicitudes de este entorno.',
    remedy: 'Espere un momento e inténtelo de nuevo. No se pierde nada de lo que ha escrito.',
  },
  provider_timeout: {
    message: 'PingOne no ha respondido a tiempo.',
    remedy: 'Inténtelo de nuevo. Si sigue igual, consulte status.pingidentity.com.',
  },
  provider_unreachable: {
    message: 'El servidor no ha podido contactar con PingOne.',
    remedy:
      'Inténtelo de nuevo. Si sigue igual, quizá el servidor no tenga permiso para contactar con PingOne: comuníquelo al proveedor de la aplicación a la que se está conectando.',
  },
  provider_unavailable: {
    message: 'PingOne tiene un problema propio y no ha podido responder.',
    remedy: 'Inténtelo de nuevo dentro de un momento. Si sigue igual, consulte status.pingidentity.com.',
  },
  provider_answer_too_large: {
    message: 'La respuesta era mucho mayor que cualquiera de PingOne, así que no se ha leído.',
    remedy:
      'Algo situado entre el servidor y PingOne responde en su lugar: comuníquelo al proveedor de la aplicación a la que se está conectando.',
  },
  provider_answer_invalid: {
    message: 'La respuesta no era de las que da PingOne.',
    remedy:
      'Inténtelo de nuevo. Si sigue igual, algo situado entre el servidor y PingOne responde en su lugar: comuníquelo al proveedor de la aplicación a la que se está conectando.',
  },
  swapped_ids: {
    message:
      'El ID de cliente indicado es un ID de entorno, y el ID de entorno indicado no lo es, de modo que ambos parecen estar intercambiados.',
    remedy: 'Intercambie los dos valores e inténtelo de nuevo.',
  },
  organization_id_as_environment_id: {
    message: 'Lo que se ha indicado como ID del entorno es el ID de la organización.',
    remedy: 'Copie el Environment ID, que está junto al ID de la organización en Settings → Environment Properties.',
  },
  token_for_other_environment: {
    message: 'La aplicación pertenece a un entorno distinto de aquel cuyo ID se ha indicado.',
    remedy: 'Use el Environment ID que figura en la pestaña Overview de la misma aplicación.',
  },
  token_rejected: {
    message: 'PingOne ha dado un token de acceso, pero su API no lo acepta.',
    remedy: 'Inténtelo de nuevo dentro de un minuto. Si sigue igual, facilite el ID de correlación al soporte de Ping Identity.',
  },
  provider_refused: {
    message: 'PingOne ha rechazado la solicitud sin dejar claro el motivo.',
    remedy: 'Repase una vez más la guía de conexión. Si sigue igual, facilite el ID de correlación al soporte de Ping Identity.',
  },
};
