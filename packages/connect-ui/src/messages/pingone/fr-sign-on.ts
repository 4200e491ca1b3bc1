import type { ProviderTranslation } from '../translation.ts';
import { shared } from './fr-shared.ts';

/** A sign-in to PingOne, in French. */
export const signOn: ProviderTranslation<'pingone'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'ID client (Client ID)',
      description: 'Le Client ID de l’onglet Overview de votre OIDC Web App.',
    },
  },
  access: {
    read_profile: {
      label: 'Lire votre profil',
      remedy: 'Dans l’onglet Resources de l’application, sélectionnez les scopes openid, profile et email, puis reconnectez.',
    },
    read_own_user: {
      label: 'Lire votre fiche d’utilisateur',
      remedy: 'Dans l’onglet Resources de l’application, sélectionnez le scope p1:read:user, puis reconnectez.',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-web-application': 'Créer une OIDC Web App',
    'sign-in-to-pingone': 'Se connecter',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-web-app': {
      title: 'Ajouter l’application',
      instructions: [
        'Connectez-vous à la console d’administration de PingOne et ouvrez **Applications → Applications**.',
        'Cliquez sur **+** à côté de **Applications**.',
        'Donnez-lui un nom, choisissez **OIDC Web App** comme **Application Type** et cliquez sur **Save**.',
      ],
    },
    'refresh-token': {
      title: 'Autoriser les jetons d’actualisation',
      instructions: [
        'Ouvrez l’onglet **Configuration** et cliquez sur le crayon.',
        'Cochez **Refresh Token** et laissez **Authorization Code** coché. La connexion dure alors sans que vous vous connectiez de nouveau.',
      ],
    },
    'redirect-uri': {
      title: 'Ajouter l’URI de redirection',
      instructions: [
        'Restez sur l’onglet **Configuration**.',
        'Ajoutez cette adresse, caractère par caractère, sous **Redirect URIs** et cliquez sur **Save**.',
      ],
    },
    scopes: {
      title: 'Sélectionner les scopes',
      instructions: ['Ouvrez l’onglet **Resources** et cliquez sur le crayon.', 'Sélectionnez ces scopes et cliquez sur **Save**.'],
    },
    'sign-in': {
      title: 'Se connecter à PingOne',
      instructions: [
        'Collez l’ID d’environnement dans le formulaire et envoyez-le.',
        'Connectez-vous à PingOne dans la fenêtre qui s’ouvre.',
      ],
    },
  },
  errors: {
    mix_up: {
      message: 'La réponse à la connexion est venue au nom d’un autre environnement PingOne ; elle a donc été écartée.',
      remedy:
        'Réessayez. Si le problème persiste, signalez-le à l’éditeur de l’application à laquelle vous vous connectez, et ne vous connectez pas à PingOne d’ici.',
    },
    id_token_invalid: {
      message: 'PingOne a confirmé la connexion par un jeton d’identité qui ne lui correspond pas ; la réponse a donc été écartée.',
      remedy: 'Réessayez. Si le problème persiste, signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
    },
    consent_refused: {
      message: 'La connexion a été annulée, ou PingOne ne laisse pas cet utilisateur se servir de l’application.',
      remedy:
        'Réessayez et acceptez ce qui est demandé. Si rien n’a été demandé, faites vérifier l’onglet Access de l’application par un administrateur.',
    },
    login_required: {
      message: 'PingOne demandait une connexion et n’en a pas obtenu.',
      remedy: 'Réessayez, et connectez-vous à PingOne dans la fenêtre qui s’ouvre.',
    },
    redirect_uri_mismatch: {
      message: 'L’application dans PingOne n’a pas l’URI de redirection à laquelle cette connexion revient.',
      remedy:
        'Dans l’onglet Configuration de l’application, ajoutez à Redirect URIs l’URI de redirection du guide, caractère par caractère, et enregistrez.',
    },
    application_disabled: {
      message: 'L’application par laquelle vous vous connectez est désactivée dans PingOne.',
      remedy: 'Activez l’interrupteur en haut à droite de l’OIDC Web App, puis réessayez.',
    },
    wrong_application_type: {
      message: 'L’application n’a pas le droit d’utiliser l’octroi « authorization code » ; personne ne peut donc se connecter par elle.',
      remedy:
        'Utilisez le Client ID et le Client Secret d’une OIDC Web App. Si c’en est une, cochez Authorization Code et Refresh Token dans son onglet Configuration.',
    },
    wrong_client_secret: {
      message: 'PingOne connaît l’application par laquelle vous vous connectez, mais n’accepte pas son secret client.',
      remedy:
        'Copiez de nouveau le Client Secret depuis l’onglet Overview de l’OIDC Web App, et vérifiez que l’interrupteur en haut à droite est activé. Si le formulaire ne demande pas de secret, signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
    },
    unknown_client: {
      message: 'Cet environnement n’a pas d’application activée avec l’ID client par lequel vous vous connectez.',
      remedy:
        'Vérifiez que l’OIDC Web App appartient à cet environnement, que son interrupteur en haut à droite est activé et que le Client ID est celui de son onglet Overview. Si le formulaire ne demande pas d’ID client, signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
    },
    scope_refused: {
      message: 'PingOne n’accorde pas à l’application les scopes demandés.',
      remedy: 'Dans l’onglet Resources de l’OIDC Web App, sélectionnez les scopes du guide et enregistrez.',
    },
    code_refused: {
      message: 'PingOne n’a pas accepté le code de la connexion : il a déjà servi, ou est arrivé trop tard.',
      remedy: 'Réessayez. Si le problème persiste, signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
    },
    refresh_token_refused: {
      message: 'PingOne n’accepte plus le jeton d’actualisation : il a expiré ou a été révoqué, ou sa session est terminée.',
      remedy: 'Reconnectez, et connectez-vous à PingOne.',
    },
    no_refresh_token: {
      message: 'Le jeton d’accès a expiré, et PingOne n’a pas donné de jeton d’actualisation pour le renouveler.',
      remedy: 'Dans l’onglet Configuration de l’OIDC Web App, cochez Refresh Token et enregistrez. Puis reconnectez.',
    },
    token_refused: {
      message: 'PingOne a refusé un jeton d’accès à l’application.',
      remedy: 'Vérifiez que l’interrupteur en haut à droite de l’OIDC Web App est activé, et que son onglet Access admet cet utilisateur.',
    },
    auth_method_unsupported: {
      message:
        'L’OIDC Web App n’accepte pas de secret client : sa Token Endpoint Authentication Method est Client Secret JWT, Private Key JWT ou None.',
      remedy:
        'Dans l’onglet Configuration de l’OIDC Web App, réglez Token Endpoint Authentication Method sur Client Secret Post et enregistrez.',
    },
    authorization_refused: {
      message: 'PingOne a refusé la connexion avant que quiconque puisse se connecter.',
      remedy:
        'Comparez l’OIDC Web App avec le guide, étape par étape. Si le problème persiste, donnez l’ID de corrélation au support de Ping Identity.',
    },
  },
};
