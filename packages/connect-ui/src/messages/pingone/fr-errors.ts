import type { SharedErrors } from '../translation.ts';

/** What goes wrong with PingOne's values, and with connecting in whatever way, in French. */
export const sharedErrors: SharedErrors = {
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
      'Comparez la région avec celle de Settings → Environment Properties. Si c’est la bonne, vérifiez l’Environment ID ou réessayez dans un instant.',
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
    remedy: 'Copiez-le depuis l’onglet Overview de l’application.',
  },
  client_id_invalid: {
    message: 'Ceci n’est pas un ID client de PingOne.',
    remedy: 'Un ID client se compose de 32 lettres et chiffres en cinq groupes. Copiez-le depuis l’onglet Overview de l’application.',
  },
  client_id_is_environment_id: {
    message: 'L’ID client est identique à l’ID d’environnement.',
    remedy: 'Copiez le Client ID depuis l’onglet Overview de l’application ; il diffère de l’ID de l’environnement.',
  },
  client_secret_missing: {
    message: 'Le secret client est absent.',
    remedy: 'Copiez-le depuis l’onglet Overview de l’application.',
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
  client_secret_spaced: {
    message: 'Ce secret contient une espace : autre chose a peut-être été copié avec lui.',
    remedy: 'Comparez-le avec celui de PingOne, ou utilisez-y le bouton de copie. S’il est juste, continuez.',
  },
  client_secret_is_client_id: {
    message: 'Le secret client est identique à l’ID client.',
    remedy: 'Utilisez le bouton de copie à côté de Client Secret, qui se trouve sous le Client ID dans l’onglet Overview.',
  },
  provider_rate_limited: {
    message: 'PingOne répond qu’il reçoit trop de requêtes de cet environnement en ce moment.',
    remedy: 'Patientez un instant, puis réessayez. Rien de votre saisie n’est perdu.',
  },
  provider_timeout: {
    message: 'PingOne n’a pas répondu à temps.',
    remedy: 'Réessayez. Si le problème persiste, consultez status.pingidentity.com.',
  },
  provider_unreachable: {
    message: 'Le serveur n’a pas pu joindre PingOne.',
    remedy:
      'Réessayez. Si le problème persiste, le serveur n’a peut-être pas le droit de joindre PingOne : signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
  },
  provider_unavailable: {
    message: 'PingOne rencontre lui-même un problème et n’a pas pu répondre.',
    remedy: 'Réessayez dans un instant. Si le problème persiste, consultez status.pingidentity.com.',
  },
  provider_answer_too_large: {
    message: 'La réponse était bien plus grande que toute réponse de PingOne ; elle n’a donc pas été lue.',
    remedy:
      'Quelque chose entre le serveur et PingOne répond à sa place : signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
  },
  provider_answer_invalid: {
    message: 'La réponse n’était pas de celles que donne PingOne.',
    remedy:
      'Réessayez. Si le problème persiste, quelque chose entre le serveur et PingOne répond à sa place : signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
  },
  swapped_ids: {
    message:
      'L’ID client indiqué est un ID d’environnement, et l’ID d’environnement n’en est pas un : les deux semblent avoir été intervertis.',
    remedy: 'Intervertissez les deux valeurs, puis réessayez.',
  },
  organization_id_as_environment_id: {
    message: 'Ce qui a été indiqué comme ID d’environnement est l’ID de l’organisation.',
    remedy: 'Copiez l’Environment ID, qui figure à côté de l’ID d’organisation dans Settings → Environment Properties.',
  },
  token_for_other_environment: {
    message: 'L’application appartient à un autre environnement que celui dont l’ID a été indiqué.',
    remedy: 'Utilisez l’Environment ID qui figure dans l’onglet Overview de cette même application.',
  },
  token_rejected: {
    message: 'PingOne a donné un jeton d’accès, mais son API ne l’accepte pas.',
    remedy: 'Réessayez dans une minute. Si le problème persiste, donnez l’ID de corrélation au support de Ping Identity.',
  },
  provider_refused: {
    message: 'PingOne a refusé la requête sans en donner clairement la raison.',
    remedy: 'Reprenez une fois le guide de connexion. Si le problème persiste, donnez l’ID de corrélation au support de Ping Identity.',
  },
};
