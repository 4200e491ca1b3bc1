import type { ProviderErrors } from '../translation.ts';

/** What goes wrong with PingOne's values and with connecting, in French. */
export const pingOneErrors: ProviderErrors<'pingone-cc'> = {
  environment_id_missing: {
    message: 'L’ID d’environnement est absent.',
    remedy: 'Copiez-le depuis Settings → Environment Properties dans la console d’administration de PingOne.',
  },
  environment_id_invalid: {
    message: 'Ceci n’est pas un ID d’environnement.',
    remedy:
      'Un ID d’environnement se compose de 32 lettres et chiffres en cinq groupes, comme f2aba07d-270c-42ba-8811-01af5f63d458. Copiez-le depuis Settings → Environment Properties.',
  },
  environment_id_is_custom_domain: {
    message: 'Ceci est l’adresse d’un domaine personnalisé, qui n’indique ni l’environnement ni sa région.',
    remedy: 'Copiez l’Environment ID depuis Settings → Environment Properties ; la région figure sur la même page.',
  },
  environment_not_found: {
    message: 'Aucune région de PingOne ne connaît d’environnement avec cet ID.',
    remedy: 'Copiez l’Environment ID depuis Settings → Environment Properties ; l’ID d’organisation, juste à côté, en est un autre.',
  },
  environment_not_in_region: {
    message: 'La région choisie ne connaît pas cet environnement, et les autres régions n’ont pas toutes répondu quand il y a été cherché.',
    remedy:
      'Comparez la région avec celle de Settings → Environment Properties. Si c’est la bonne, vérifiez l’Environment ID ou appuyez de nouveau sur « Connecter » dans un instant.',
  },
  region_missing: {
    message: 'La région est absente.',
    remedy: 'Choisissez la région qu’indique Settings → Environment Properties.',
  },
  region_unknown: {
    message: 'PingOne n’a pas de région avec ce domaine de premier niveau.',
    remedy: 'Utilisez com, ca, eu, com.au, sg ou asia.',
  },
  client_id_missing: {
    message: 'L’ID client est absent.',
    remedy: 'Copiez-le depuis l’onglet Overview de l’application Worker.',
  },
  client_id_invalid: {
    message: 'Ceci n’est pas un ID client de PingOne.',
    remedy:
      'Un ID client se compose de 32 lettres et chiffres en cinq groupes. Copiez-le depuis l’onglet Overview de l’application Worker.',
  },
  client_id_is_environment_id: {
    message: 'L’ID client est identique à l’ID d’environnement.',
    remedy: 'Copiez le Client ID depuis l’onglet Overview de l’application Worker ; il diffère de l’ID de l’environnement.',
  },
  client_secret_missing: {
    message: 'Le secret client est absent.',
    remedy: 'Copiez-le depuis l’onglet Overview de l’application Worker.',
  },
  client_secret_invalid: {
    message: 'Ceci ne peut pas être un secret client.',
    remedy:
      'Un secret client tient sur une seule ligne. Utilisez le bouton de copie à côté de Client Secret dans PingOne, et collez-le seul.',
  },
  client_secret_masked: {
    message: 'Ce sont les points qui cachent le secret, et non le secret.',
    remedy: 'Cliquez sur l’œil ou sur le bouton de copie à côté de Client Secret dans PingOne, puis collez de nouveau.',
  },
  client_secret_short: {
    message: 'C’est plus court que les secrets client que PingOne crée : il a peut-être été tronqué.',
    remedy: 'Comparez-le avec celui de PingOne, ou utilisez-y le bouton de copie. S’il est entier, continuez.',
  },
  client_secret_is_client_id: {
    message: 'Le secret client est identique à l’ID client.',
    remedy: 'Utilisez le bouton de copie à côté de Client Secret, qui se trouve sous le Client ID dans l’onglet Overview.',
  },
  provider_rate_limited: {
    message: 'PingOne répond qu’il reçoit trop de requêtes de cet environnement en ce moment.',
    remedy: 'Patientez un instant, puis appuyez de nouveau sur « Connecter ». Rien de votre saisie n’est perdu.',
  },
  provider_timeout: {
    message: 'PingOne n’a pas répondu à temps.',
    remedy: 'Appuyez de nouveau sur « Connecter ». Si le problème persiste, consultez status.pingidentity.com.',
  },
  provider_unreachable: {
    message: 'Le serveur n’a pas pu joindre PingOne.',
    remedy:
      'Appuyez de nouveau sur « Connecter ». Si le problème persiste, le serveur n’a peut-être pas le droit de joindre PingOne : signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
  },
  provider_unavailable: {
    message: 'PingOne rencontre lui-même un problème et n’a pas pu répondre.',
    remedy: 'Appuyez de nouveau sur « Connecter » dans un instant. Si le problème persiste, consultez status.pingidentity.com.',
  },
  provider_answer_too_large: {
    message: 'La réponse était bien plus grande que toute réponse de PingOne ; elle n’a donc pas été lue.',
    remedy:
      'Quelque chose entre le serveur et PingOne répond à sa place : signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
  },
  provider_answer_invalid: {
    message: 'La réponse n’était pas de celles que donne PingOne.',
    remedy:
      'Appuyez de nouveau sur « Connecter ». Si le problème persiste, quelque chose entre le serveur et PingOne répond à sa place : signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
  },
  swapped_ids: {
    message:
      'L’ID client indiqué est un ID d’environnement, et l’ID d’environnement n’en est pas un : les deux semblent avoir été intervertis.',
    remedy: 'Intervertissez les deux valeurs, puis appuyez de nouveau sur « Connecter ».',
  },
  organization_id_as_environment_id: {
    message: 'Ce qui a été indiqué comme ID d’environnement est l’ID de l’organisation.',
    remedy: 'Copiez l’Environment ID, qui figure à côté de l’ID d’organisation dans Settings → Environment Properties.',
  },
  token_for_other_environment: {
    message: 'L’application appartient à un autre environnement que celui dont l’ID a été indiqué.',
    remedy: 'Utilisez l’Environment ID qui figure dans l’onglet Overview de cette même application.',
  },
  application_disabled: {
    message: 'L’application est désactivée dans PingOne.',
    remedy: 'Activez l’interrupteur en haut à droite de l’application, puis appuyez de nouveau sur « Connecter ».',
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
      'Dans l’onglet Roles de l’application, choisissez Grant Roles. Un rôle qui vient d’être accordé peut demander une minute : appuyez alors de nouveau sur « Connecter ».',
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
  token_rejected: {
    message: 'PingOne a donné un jeton d’accès, mais son API ne l’accepte pas.',
    remedy:
      'Appuyez de nouveau sur « Connecter » dans une minute. Si le problème persiste, donnez l’ID de corrélation au support de Ping Identity.',
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
  provider_refused: {
    message: 'PingOne a refusé la requête sans en donner clairement la raison.',
    remedy: 'Reprenez une fois le guide de connexion. Si le problème persiste, donnez l’ID de corrélation au support de Ping Identity.',
  },
};
