import type { ProviderTranslation } from '../translation.ts';
import { shared } from './fr-shared.ts';

/** PingOne through a worker application, in French. */
export const worker: ProviderTranslation<'pingone-cc'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'ID client (Client ID)',
      description: 'Le Client ID de l’onglet Overview de votre application Worker.',
    },
  },
  access: {
    read_environment: {
      label: 'Lire l’environnement',
      remedy: 'Accordez à l’application un rôle dans cet environnement, par exemple Environment Admin ou Configuration Read Only.',
    },
    read_users: {
      label: 'Lire les utilisateurs',
      remedy: 'Accordez à l’application le rôle Identity Data Read Only ou Identity Data Admin.',
    },
    read_populations: {
      label: 'Lire les populations',
      remedy: 'Accordez à l’application le rôle Identity Data Read Only ou Environment Admin.',
    },
    read_applications: {
      label: 'Lire les applications',
      remedy: 'Accordez à l’application le rôle Configuration Read Only ou Client Application Developer.',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-worker-application': 'Créer une application Worker',
    'enter-values': 'Saisir les quatre valeurs',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-worker': {
      title: 'Ajouter l’application',
      instructions: [
        'Connectez-vous à la console d’administration de PingOne et ouvrez **Applications → Applications**.',
        'Cliquez sur **+** à côté de **Applications**.',
        'Donnez-lui un nom, choisissez **Worker** comme **Application Type** et cliquez sur **Save**.',
      ],
    },
    roles: {
      title: 'Accorder des rôles',
      instructions: [
        'Ouvrez l’onglet **Roles** et cliquez sur **Grant Roles**.',
        'Choisissez les rôles dont la connexion a besoin. Pour lire, **Identity Data Read Only** et **Configuration Read Only** suffisent.',
      ],
    },
    connect: {
      title: 'Connecter',
      instructions: ['Collez les quatre valeurs dans le formulaire et envoyez-le.'],
    },
  },
  errors: {
    application_disabled: {
      message: 'L’application est désactivée dans PingOne.',
      remedy: 'Activez l’interrupteur en haut à droite de l’application, puis réessayez.',
    },
    wrong_client_secret: {
      message: 'PingOne connaît cette application, mais n’accepte pas le secret client.',
      remedy:
        'Copiez de nouveau le Client Secret depuis l’onglet Overview ; s’il a été renouvelé, utilisez le nouveau. Si c’est le bon, vérifiez que l’application est activée : l’interrupteur se trouve en haut à droite de celle-ci.',
    },
    unknown_client: {
      message: 'Cet environnement n’a pas d’application activée avec cet ID client.',
      remedy:
        'Copiez le Client ID depuis l’onglet Overview, et vérifiez qu’il appartient à cet environnement et que l’interrupteur en haut à droite de l’application est activé.',
    },
    no_roles: {
      message: 'L’application n’a aucun rôle ; PingOne ne lui donne donc pas de jeton d’accès.',
      remedy:
        'Dans l’onglet Roles de l’application, choisissez Grant Roles. Un rôle qui vient d’être accordé peut demander une minute : réessayez alors.',
    },
    wrong_application_type: {
      message: 'L’application n’a pas le droit d’utiliser l’octroi « client credentials » ; ce n’est donc pas une application Worker.',
      remedy:
        'Créez dans PingOne une application de type Worker, et utilisez son Client ID et son Client Secret. Si c’en est déjà une, vérifiez que l’interrupteur en haut à droite est activé.',
    },
    scope_refused: {
      message: 'PingOne ne peut pas accorder à cette application les scopes demandés.',
      remedy:
        'Adressez-vous à l’éditeur de l’application à laquelle vous vous connectez : les scopes font partie de son intégration, et une application Worker tient ses droits de ses rôles.',
    },
    token_refused: {
      message: 'PingOne a refusé un jeton d’accès à l’application.',
      remedy: 'Vérifiez dans l’onglet Roles que l’application a un rôle, et que l’interrupteur en haut à droite est activé.',
    },
    weak_roles: {
      message: 'L’application est acceptée, mais aucun de ses rôles ne lui permet de lire cet environnement.',
      remedy:
        'Dans l’onglet Roles de l’application, choisissez Grant Roles, puis cet environnement. Un rôle qui vient d’être accordé peut demander une minute.',
    },
    auth_method_unsupported: {
      message:
        'L’application n’accepte pas de secret client : sa Token Endpoint Authentication Method est Client Secret JWT, Private Key JWT ou None.',
      remedy:
        'Dans l’onglet Configuration de l’application, réglez Token Endpoint Authentication Method sur Client Secret Post et enregistrez.',
    },
  },
};
