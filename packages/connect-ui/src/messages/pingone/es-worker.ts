import type { ProviderTranslation } from '../translation.ts';
import { shared } from './es-shared.ts';

/** PingOne through a worker application, in Spanish. */
export const worker: ProviderTranslation<'pingone-cc'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'ID de cliente (Client ID)',
      description: 'El Client ID de la pestaña Overview de su aplicación Worker.',
    },
  },
  access: {
    read_environment: {
      label: 'Leer el entorno',
      remedy: 'Conceda a la aplicación un rol en este entorno, por ejemplo Environment Admin o Configuration Read Only.',
    },
    read_users: {
      label: 'Leer usuarios',
      remedy: 'Conceda a la aplicación el rol Identity Data Read Only o Identity Data Admin.',
    },
    read_populations: {
      label: 'Leer poblaciones',
      remedy: 'Conceda a la aplicación el rol Identity Data Read Only o Environment Admin.',
    },
    read_applications: {
      label: 'Leer aplicaciones',
      remedy: 'Conceda a la aplicación el rol Configuration Read Only o Client Application Developer.',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-worker-application': 'Crear una aplicación Worker',
    'enter-values': 'Introducir los cuatro valores',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-worker': {
      title: 'Añadir la aplicación',
      instructions: [
        'Inicie sesión en la consola de administración de PingOne y abra **Applications → Applications**.',
        'Pulse **+** junto a **Applications**.',
        'Póngale un nombre, elija **Worker** como **Application Type** y pulse **Save**.',
      ],
    },
    roles: {
      title: 'Conceder roles',
      instructions: [
        'Abra la pestaña **Roles** y pulse **Grant Roles**.',
        'Elija los roles que necesita la conexión. Para leer bastan **Identity Data Read Only** y **Configuration Read Only**.',
      ],
    },
    connect: {
      title: 'Conectar',
      instructions: ['Pegue los cuatro valores en el formulario y envíelo.'],
    },
  },
  errors: {
    application_disabled: {
      message: 'La aplicación está desactivada en PingOne.',
      remedy: 'Active el interruptor situado arriba a la derecha de la aplicación e inténtelo de nuevo.',
    },
    wrong_client_secret: {
      message: 'PingOne conoce esta aplicación, pero no acepta el secreto de cliente.',
      remedy:
        'Copie de nuevo el Client Secret de la pestaña Overview; si se ha renovado, use el nuevo. Si es el correcto, compruebe que la aplicación esté activada: el interruptor está arriba a la derecha.',
    },
    unknown_client: {
      message: 'Este entorno no tiene ninguna aplicación activada con este ID de cliente.',
      remedy:
        'Copie el Client ID de la pestaña Overview y compruebe que pertenezca a este entorno y que el interruptor situado arriba a la derecha de la aplicación esté activado.',
    },
    no_roles: {
      message: 'La aplicación no tiene ningún rol, así que PingOne no le da un token de acceso.',
      remedy:
        'En la pestaña Roles de la aplicación, elija Grant Roles. Un rol recién concedido puede tardar un minuto: después, inténtelo de nuevo.',
    },
    wrong_application_type: {
      message: 'La aplicación no puede usar la concesión «client credentials», así que no es una aplicación Worker.',
      remedy:
        'Cree en PingOne una aplicación de tipo Worker y use su Client ID y su Client Secret. Si ya es una Worker, compruebe que el interruptor situado arriba a la derecha esté activado.',
    },
    scope_refused: {
      message: 'PingOne no puede conceder a esta aplicación los scopes solicitados.',
      remedy:
        'Consulte al proveedor de la aplicación a la que se está conectando: los scopes forman parte de su integración, y una aplicación Worker obtiene sus derechos de los roles.',
    },
    token_refused: {
      message: 'PingOne ha denegado a la aplicación un token de acceso.',
      remedy:
        'Compruebe en la pestaña Roles que la aplicación tenga un rol y que el interruptor situado arriba a la derecha esté activado.',
    },
    weak_roles: {
      message: 'La aplicación se acepta, pero ninguno de sus roles le permite leer este entorno.',
      remedy:
        'En la pestaña Roles de la aplicación, elija Grant Roles y seleccione este entorno. Un rol recién concedido puede tardar un minuto.',
    },
    auth_method_unsupported: {
      message:
        'La aplicación no acepta un secreto de cliente: su Token Endpoint Authentication Method es Client Secret JWT, Private Key JWT o None.',
      remedy: 'En la pestaña Configuration de la aplicación, ponga Token Endpoint Authentication Method en Client Secret Post y guarde.',
    },
  },
};
