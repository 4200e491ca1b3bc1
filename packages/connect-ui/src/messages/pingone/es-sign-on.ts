import type { ProviderTranslation } from '../translation.ts';
import { shared } from './es-shared.ts';

/** A sign-in to PingOne, in Spanish. */
export const signOn: ProviderTranslation<'pingone'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'ID de cliente (Client ID)',
      description: 'El Client ID de la pestaña Overview de su OIDC Web App.',
    },
  },
  access: {
    read_profile: {
      label: 'Leer su perfil',
      remedy: 'En la pestaña Resources de la aplicación, seleccione los scopes openid, profile y email, y vuelva a conectar.',
    },
    read_own_user: {
      label: 'Leer su usuario',
      remedy: 'En la pestaña Resources de la aplicación, seleccione el scope p1:read:user y vuelva a conectar.',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-web-application': 'Crear una OIDC Web App',
    'sign-in-to-pingone': 'Iniciar sesión',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-web-app': {
      title: 'Añadir la aplicación',
      instructions: [
        'Inicie sesión en la consola de administración de PingOne y abra **Applications → Applications**.',
        'Pulse **+** junto a **Applications**.',
        'Póngale un nombre, elija **OIDC Web App** como **Application Type** y pulse **Save**.',
      ],
    },
    'refresh-token': {
      title: 'Permitir tokens de actualización',
      instructions: [
        'Abra la pestaña **Configuration** y pulse el lápiz.',
        'Marque **Refresh Token** y deje marcado **Authorization Code**. Así la conexión se mantiene sin otro inicio de sesión.',
      ],
    },
    'redirect-uri': {
      title: 'Añadir la URI de redirección',
      instructions: [
        'Permanezca en la pestaña **Configuration**.',
        'Añada esta dirección, letra por letra, en **Redirect URIs** y pulse **Save**.',
      ],
    },
    scopes: {
      title: 'Seleccionar los scopes',
      instructions: ['Abra la pestaña **Resources** y pulse el lápiz.', 'Seleccione estos scopes y pulse **Save**.'],
    },
    'sign-in': {
      title: 'Iniciar sesión en PingOne',
      instructions: ['Pegue el ID del entorno en el formulario y envíelo.', 'Inicie sesión en PingOne en la ventana que se abre.'],
    },
  },
  errors: {
    mix_up: {
      message: 'La respuesta al inicio de sesión llegó en nombre de otro entorno de PingOne, así que se ha descartado.',
      remedy:
        'Inténtelo de nuevo. Si sigue igual, comuníquelo al proveedor de la aplicación a la que se está conectando y no inicie sesión en PingOne desde aquí.',
    },
    id_token_invalid: {
      message:
        'PingOne confirmó el inicio de sesión con un token de identidad que no le corresponde, así que la respuesta se ha descartado.',
      remedy: 'Inténtelo de nuevo. Si sigue igual, comuníquelo al proveedor de la aplicación a la que se está conectando.',
    },
    consent_refused: {
      message: 'El inicio de sesión se canceló, o PingOne no permite a este usuario usar la aplicación.',
      remedy:
        'Inténtelo de nuevo y permita lo que se pide. Si no se pidió nada, haga que un administrador revise la pestaña Access de la aplicación.',
    },
    login_required: {
      message: 'PingOne pidió un inicio de sesión y no lo obtuvo.',
      remedy: 'Inténtelo de nuevo e inicie sesión en PingOne en la ventana que se abre.',
    },
    redirect_uri_mismatch: {
      message: 'La aplicación de PingOne no tiene la URI de redirección a la que vuelve este inicio de sesión.',
      remedy:
        'En la pestaña Configuration de la aplicación, añada a Redirect URIs la URI de redirección de la guía, letra por letra, y guarde.',
    },
    application_disabled: {
      message: 'La aplicación a través de la cual inicia sesión está desactivada en PingOne.',
      remedy: 'Active el interruptor situado arriba a la derecha de la OIDC Web App e inténtelo de nuevo.',
    },
    wrong_application_type: {
      message: 'La aplicación no puede usar la concesión «authorization code», así que nadie puede iniciar sesión a través de ella.',
      remedy:
        'Use el Client ID y el Client Secret de una OIDC Web App. Si ya lo es, marque Authorization Code y Refresh Token en su pestaña Configuration.',
    },
    wrong_client_secret: {
      message: 'PingOne conoce la aplicación a través de la cual inicia sesión, pero no acepta su secreto de cliente.',
      remedy:
        'Copie de nuevo el Client Secret de la pestaña Overview de la OIDC Web App y compruebe que el interruptor situado arriba a la derecha esté activado. Si el formulario no pide ningún secreto, comuníquelo al proveedor de la aplicación a la que se está conectando.',
    },
    unknown_client: {
      message: 'Este entorno no tiene ninguna aplicación activada con el ID de cliente a través del cual inicia sesión.',
      remedy:
        'Compruebe que la OIDC Web App pertenezca a este entorno, que su interruptor, arriba a la derecha, esté activado y que el Client ID sea el de su pestaña Overview. Si el formulario no pide ningún ID de cliente, comuníquelo al proveedor de la aplicación a la que se está conectando.',
    },
    scope_refused: {
      message: 'PingOne no concede a la aplicación los scopes solicitados.',
      remedy: 'En la pestaña Resources de la OIDC Web App, seleccione los scopes de la guía y guarde.',
    },
    code_refused: {
      message: 'PingOne no ha aceptado el código del inicio de sesión: ya se había usado o llegó demasiado tarde.',
      remedy: 'Inténtelo de nuevo. Si sigue igual, comuníquelo al proveedor de la aplicación a la que se está conectando.',
    },
    refresh_token_refused: {
      message: 'PingOne ya no acepta el token de actualización: ha caducado o se ha revocado, o su sesión ha terminado.',
      remedy: 'Vuelva a conectar e inicie sesión en PingOne.',
    },
    no_refresh_token: {
      message: 'El token de acceso ha caducado, y PingOne no dio ningún token de actualización con el que renovarlo.',
      remedy: 'En la pestaña Configuration de la OIDC Web App, marque Refresh Token y guarde. Después, vuelva a conectar.',
    },
    token_refused: {
      message: 'PingOne ha denegado a la aplicación un token de acceso.',
      remedy:
        'Compruebe que el interruptor situado arriba a la derecha de la OIDC Web App esté activado y que su pestaña Access admita a este usuario.',
    },
    auth_method_unsupported: {
      message:
        'La OIDC Web App no acepta un secreto de cliente: su Token Endpoint Authentication Method es Client Secret JWT, Private Key JWT o None.',
      remedy: 'En la pestaña Configuration de la OIDC Web App, ponga Token Endpoint Authentication Method en Client Secret Post y guarde.',
    },
    authorization_refused: {
      message: 'PingOne ha rechazado el inicio de sesión antes de que nadie pudiera iniciar sesión.',
      remedy:
        'Compare la OIDC Web App con la guía, paso a paso. Si sigue igual, facilite el ID de correlación al soporte de Ping Identity.',
    },
  },
};
