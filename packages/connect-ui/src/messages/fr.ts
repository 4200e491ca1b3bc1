import { localizeForm } from './localize-form.ts';
import { sharedErrors } from './pingone/fr-errors.ts';
import { signOn } from './pingone/fr-sign-on.ts';
import { worker } from './pingone/fr-worker.ts';
import type { Translation } from './translation.ts';

/** French. */
export const translation: Translation = {
  tag: 'fr',
  direction: 'ltr',
  localizeForm,
  text: {
    'form.title': 'Associer un compte {provider}',
    'form.intro': 'Collez ce que vous avez dans n’importe quel champ : une adresse, un bloc .env, du JSON ou des valeurs seules.',
    'form.connect': 'Connecter',
    'form.connecting': 'Connexion en cours…',
    'form.close': 'Fermer',
    'form.loading': 'Chargement du formulaire…',
    'reconnect.title': 'Reconnecter {provider}',
    'reconnect.intro': 'Ce qui est déjà connu est rempli. Saisissez le reste, et la connexion fonctionnera de nouveau.',
    'reconnect.submit': 'Reconnecter',
    'reconnect.submitting': 'Reconnexion en cours…',
    'reconnect.known': 'Déjà connu',
    'reconnect.edit': 'Modifier',
    'field.show': 'Afficher',
    'field.hide': 'Masquer',
    'field.regionOption': '{name} – {tld}',
    'paste.filled': 'Repris de ce que vous avez collé : {fields}.',
    'region.asking': 'Recherche de la région…',
    'region.found': 'Région trouvée : {region}.',
    'region.corrected': 'Corrigé : {region}. C’est là que se trouve cet environnement.',
    'help.field': 'Où le trouver ?',
    'help.need': 'Besoin d’aide ?',
    'help.open': 'Afficher le guide de connexion',
    'help.close': 'Masquer le guide de connexion',
    'help.step': 'Me montrer où',
    'guide.title': 'Guide de connexion',
    'guide.loading': 'Chargement du guide…',
    'guide.failed': 'Le guide n’a pas pu être chargé. Vérifiez votre connexion à Internet et réessayez.',
    'guide.path': 'Chemin dans la console',
    'guide.console': 'Ouvrir cet environnement dans la console',
    'guide.newTab': 's’ouvre dans un nouvel onglet',
    'progress.title': 'Progression',
    'progress.environment.started': 'Recherche de l’environnement',
    'progress.environment.done': 'Environnement trouvé',
    'progress.credentials.started': 'Vérification des identifiants',
    'progress.credentials.done': 'Identifiants acceptés',
    'progress.access.started': 'Vérification des accès',
    'progress.access.done': 'Accès vérifiés',
    'progress.saved.started': 'Enregistrement de la connexion',
    'progress.saved.done': 'Connexion enregistrée',
    'progress.waiting': '{step} : en attente du fournisseur',
    'result.title': 'Connecté à {environment}',
    'result.titlePlain': 'Connecté',
    'result.reconnected': 'Reconnecté à {environment}',
    'result.reconnectedPlain': 'Reconnecté',
    'result.summary': 'La connexion a été vérifiée et fonctionne.',
    'result.summaryPlain': 'La connexion a été établie ; la réponse qui la décrit s’est perdue en chemin.',
    'result.summaryWarning': 'La connexion fonctionne, mais elle n’a peut-être pas tous les accès.',
    'result.environmentId': 'ID d’environnement (Environment ID)',
    'result.type': 'Type',
    'result.region': 'Région',
    'result.access': 'Ce qu’elle peut faire',
    'result.allowed': 'autorisé',
    'result.refused': 'non autorisé',
    'result.done': 'Terminé',
    'notice.region_corrected': 'La région a été corrigée : {value}.',
    'notice.auth_method_basic': 'L’application utilise Client Secret Basic, qui convient tout aussi bien. Il n’y a rien à modifier.',
    'notice.no_refresh_token':
      'Aucun jeton d’actualisation n’a été fourni ; la connexion fonctionne donc jusqu’à l’expiration de son jeton. Faites émettre des jetons d’actualisation par l’application, comme le montre le guide, puis reconnectez.',
    'signIn.hint': 'Vous vous connectez à {provider} dans une fenêtre qui s’ouvre.',
    'signIn.oneMoment': 'Un instant…',
    'signIn.checking': 'Vérification de votre saisie…',
    'signIn.open': 'Connectez-vous à {provider} dans la fenêtre qui s’est ouverte.',
    'signIn.openHelp': 'Cette page remarque quand vous avez terminé. Si vous ne voyez pas la fenêtre, ouvrez-la de nouveau.',
    'signIn.blocked': 'Votre navigateur n’a pas ouvert la fenêtre de connexion.',
    'signIn.blockedHelp': 'Ouvrez-la avec le bouton ci-dessous, ou continuez dans cet onglet : vous reviendrez ensuite ici.',
    'signIn.closed': 'La fenêtre de connexion semble fermée.',
    'signIn.closedHelp': 'Si elle est encore ouverte, terminez-y : cette page le remarquera. Sinon, réessayez.',
    'signIn.mismatchHelp': 'Si elle a affiché une erreur sur l’URI de redirection, saisissez exactement celle-ci dans votre application :',
    'signIn.openNow': 'Ouvrir la fenêtre de connexion',
    'signIn.reopen': 'Ouvrir la fenêtre de nouveau',
    'signIn.inTab': 'Continuer dans cet onglet',
    'signIn.cancel': 'Annuler',
    'client.use': 'Utiliser votre propre application',
    'client.title': 'Votre application',
    'client.intro':
      'La connexion passe par une application de votre environnement. Créez-la comme le montre le guide, avec cette URI de redirection :',
    'copy.redirect_uri': 'URI de redirection',
    'copy.scopes': 'Scopes',
    'copy.copy': 'Copier',
    'copy.copied': 'Copié.',
    'copy.selected': 'Sélectionné : copiez avec Ctrl+C ou ⌘C.',
    'picker.title': 'Choisissez ce que vous voulez connecter',
    'picker.another': 'Choisir autre chose',
    'failure.details': 'Détails',
    'failure.code': 'Code',
    'failure.correlationId': 'ID de corrélation (Correlation ID)',
    'failure.requestId': 'ID de la requête (Request ID)',
    'failure.retry': 'Réessayer',
    'failure.swap': 'Intervertir les deux valeurs',
    'failure.wait': 'Patientez {seconds} secondes avant de réessayer.',
  },
  errors: {
    ...sharedErrors,
    offline: {
      message: 'Vous êtes hors ligne.',
      remedy: 'Réessayez une fois en ligne. Votre saisie est conservée.',
    },
    server_unreachable: {
      message: 'Le serveur n’a pas pu être joint.',
      remedy: 'Vérifiez votre connexion à Internet et réessayez. Votre saisie est conservée.',
    },
    server_answer_invalid: {
      message: 'La réponse du serveur n’a pas pu être lue.',
      remedy: 'Réessayez. Si le problème persiste, signalez-le à l’éditeur de l’application à laquelle vous vous connectez.',
    },
    connection_interrupted: {
      message: 'La liaison a été coupée avant la réponse : on ne sait donc pas si la connexion a été établie.',
      remedy: 'Réessayez : c’est sans risque, même si la connexion existe déjà. Votre saisie est conservée.',
    },
    session_token_unavailable: {
      message: 'L’application n’a pas pu obtenir votre autorisation de connexion.',
      remedy: 'Réessayez. Si le problème persiste, rechargez la page.',
    },
    no_integration: {
      message: 'Il n’y a rien ici que vous puissiez connecter.',
      remedy: 'Signalez à l’éditeur de l’application à laquelle vous vous connectez que sa session n’autorise aucune intégration.',
    },
    integration_not_offered: {
      message: 'Vous n’êtes pas autorisé à connecter cette intégration.',
      remedy: 'Signalez à l’éditeur de l’application à laquelle vous vous connectez que sa session ne l’autorise pas.',
    },
    unsupported_provider: {
      message: 'Cette page ne connaît pas le formulaire de cette intégration.',
      remedy:
        'Signalez à l’éditeur de l’application à laquelle vous vous connectez que sa version de Latchkey est plus ancienne que celle de son serveur.',
    },
    connect_session_expired: {
      message: 'Votre délai de connexion est écoulé.',
      remedy: 'Rechargez la page pour recommencer.',
    },
    unknown_connect_session_token: {
      message: 'Cette page n’a pas d’autorisation de connexion valide.',
      remedy: 'Rechargez la page pour recommencer.',
    },
    too_many_request: {
      message: 'Il y a eu trop de tentatives en peu de temps.',
      remedy: 'Patientez un instant, puis réessayez. Votre saisie est conservée.',
    },
    store_unavailable: {
      message: 'La connexion n’a pas pu être enregistrée.',
      remedy: 'Réessayez dans un instant. Votre saisie est conservée.',
    },
    store_full: {
      message: 'La base de données n’a plus de place, et rien n’a été enregistré.',
      remedy: 'L’exploitant de l’application doit libérer de l’espace disque. Réessayez ensuite.',
    },
    missing_auth_header: {
      message: 'La requête n’a pas d’en-tête « Authorization ».',
      remedy: 'L’application doit envoyer « Authorization: Bearer » suivi du jeton de la session de connexion.',
    },
    malformed_auth_header: {
      message: 'L’en-tête « Authorization » n’a pas la forme « Bearer <jeton> ».',
      remedy: 'L’application doit envoyer le mot Bearer, une espace et le jeton.',
    },
    invalid_connect_session_token_format: {
      message: 'Ce qui a été envoyé n’est pas un jeton de session de connexion.',
      remedy:
        'L’application doit envoyer le « token » que POST /connect/sessions a renvoyé ; une clé secrète n’a jamais sa place dans un navigateur.',
    },
    integration_not_allowed: {
      message: 'La session de connexion n’autorise pas cette intégration.',
      remedy: 'L’application doit nommer l’intégration dans « allowed_integrations » à la création de la session, ou omettre cette option.',
    },
    origin_not_allowed: {
      message: 'Les pages de cette origine ne peuvent pas utiliser Latchkey.',
      remedy: 'L’application doit ajouter l’origine de la page à l’option « allowedOrigins ».',
    },
    invalid_json: {
      message: 'Le corps de la requête n’est pas du JSON valide.',
      remedy: 'Il faut envoyer un objet JSON.',
    },
    invalid_body: {
      message: 'Le corps de la requête n’est pas tel qu’il devrait être.',
      remedy: 'Vérifiez votre saisie et réessayez. Si le problème persiste, signalez-le à l’éditeur de l’application.',
    },
    invalid_query_params: {
      message: 'Les paramètres de l’adresse ne sont pas tels qu’ils devraient être.',
      remedy: 'Vérifiez votre saisie et réessayez. Si le problème persiste, signalez-le à l’éditeur de l’application.',
    },
    invalid_content_type: {
      message: 'D’après « Content-Type », le corps de la requête n’est pas du JSON.',
      remedy: 'Il faut envoyer « Content-Type: application/json ».',
    },
    body_too_large: {
      message: 'La requête est plus grande que ce qui est accepté ici.',
      remedy: 'Envoyez moins : aucune requête n’a besoin ici de plus de 100 ko.',
    },
    not_found: {
      message: 'Cette adresse n’existe pas sur le serveur.',
      remedy: 'L’application doit vérifier la méthode et le chemin dans la référence de l’API.',
    },
    unknown_integration: {
      message: 'Aucune intégration n’a cet identifiant.',
      remedy: 'L’application doit utiliser un identifiant donné dans l’option « integrations ».',
    },
    unknown_connection: {
      message: 'Cette connexion n’existe plus.',
      remedy: 'Elle a été supprimée entre-temps : revenez à l’application et connectez-vous à nouveau.',
    },
    connection_disabled: {
      message: 'La connexion est désactivée.',
      remedy: 'Demandez à l’éditeur de l’application à laquelle vous vous connectez de la réactiver.',
    },
    identity_mismatch: {
      message: 'Ces valeurs mènent ailleurs que la connexion que vous rétablissez.',
      remedy: 'Remettez la valeur précédente, ou connectez celle-ci comme une nouvelle connexion.',
    },
    unknown_authorization: {
      message: 'Cette connexion à PingOne n’a pas été commencée par vous ici.',
      remedy: 'Réessayez pour en commencer une nouvelle. Votre saisie est conservée.',
    },
    authorization_expired: {
      message: 'La connexion n’a pas été terminée à temps.',
      remedy: 'Réessayez et terminez dans les dix minutes.',
    },
    authorization_not_bound: {
      message: 'La connexion est revenue dans un autre navigateur que celui où elle a commencé, ou sans son cookie.',
      remedy:
        'Réessayez et restez dans ce navigateur. Si le problème persiste, autorisez les cookies pour l’adresse de la fenêtre de connexion.',
    },
    authorization_used: {
      message: 'Cette connexion est déjà terminée.',
      remedy: 'Fermez la fenêtre. Pour vous connecter de nouveau, réessayez.',
    },
    return_url_not_allowed: {
      message: 'La connexion ne peut pas ramener à cette page, car son adresse ne figure pas dans la liste du serveur.',
      remedy:
        'Signalez à l’éditeur de l’application à laquelle vous vous connectez que l’origine de la page manque dans « allowedOrigins ».',
    },
    oauth_client_missing: {
      message: 'Il n’y a pas d’application par laquelle vous pourriez vous connecter.',
      remedy:
        'Saisissez le Client ID et le Client Secret d’une OIDC Web App. Si vous n’en avez pas, adressez-vous à l’éditeur de l’application à laquelle vous vous connectez.',
    },
    encryption_key_missing: {
      message: 'Les données enregistrées ont été scellées avec une clé de chiffrement que ce serveur n’a pas reçue.',
      remedy: 'L’exploitant de l’application doit remettre cette clé dans l’option « encryptionKeys », après la première.',
    },
    sealed_value_invalid: {
      message: 'Une valeur scellée ne s’ouvre pas : elle a été modifiée, tronquée, ou vient d’une autre connexion.',
      remedy: 'Connectez-vous de nouveau, ou l’exploitant de l’application restaure la base de données depuis une sauvegarde.',
    },
    server_error: {
      message: 'Latchkey a rencontré une erreur inattendue.',
      remedy:
        'Donnez à l’éditeur de l’application l’ID de la requête qui figure dans les détails : il se trouve dans le journal du serveur.',
    },
  },
  providers: { 'pingone-cc': worker, pingone: signOn },
};
