import type { ProviderTranslation } from '../translation.ts';

/** PingOne's form and guide, in French. */
export const pingOne: ProviderTranslation<'pingone-cc'> = {
  fields: {
    environmentId: {
      label: 'ID d’environnement (Environment ID)',
      description: 'L’ID de l’environnement PingOne à connecter. Vous pouvez aussi coller une URL PingOne.',
    },
    tld: {
      label: 'Région',
      description:
        'L’endroit où PingOne conserve l’environnement. Elle est trouvée automatiquement dès que l’ID d’environnement est complet.',
      placeholder: 'Choisissez une région',
    },
    client_id: {
      label: 'ID client (Client ID)',
      description: 'Le Client ID de l’onglet Overview de votre application Worker.',
    },
    client_secret: {
      label: 'Secret client (Client Secret)',
      description: 'Le Client Secret du même onglet. Il est envoyé par une liaison chiffrée et conservé chiffré.',
      placeholder: 'Collez le secret client',
    },
  },
  regions: {
    NA: 'Amérique du Nord (hors Canada)',
    CA: 'Canada',
    EU: 'Union européenne',
    AU: 'Australie',
    SG: 'Singapour',
    AP: 'Asie-Pacifique',
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
  pathWords: { 'Your application': 'Votre application' },
  guideParts: {
    'create-worker-application': 'Créer une application Worker',
    'find-environment-id': 'Trouver l’ID d’environnement',
    'find-region': 'Trouver la région',
    'enter-values': 'Saisir les quatre valeurs',
  },
  guideSteps: {
    'create-worker': {
      title: 'Ajouter l’application',
      instructions: [
        'Connectez-vous à la console d’administration de PingOne et ouvrez **Applications → Applications**.',
        'Cliquez sur **+** à côté de **Applications**.',
        'Donnez-lui un nom, choisissez **Worker** comme **Application Type** et cliquez sur **Save**.',
      ],
    },
    'client-id': {
      title: 'Copier le Client ID',
      instructions: ['Ouvrez l’onglet **Overview** de l’application.', 'Copiez le **Client ID**.'],
    },
    'client-secret': {
      title: 'Copier le Client Secret',
      instructions: [
        'Restez sur l’onglet **Overview**.',
        'Cliquez sur le bouton de copie à côté de **Client Secret**. Les points qui représentent le secret ne peuvent pas être copiés à la main.',
      ],
    },
    'enable-application': {
      title: 'Activer l’application',
      instructions: ['Activez l’interrupteur en haut à droite de l’application. Une nouvelle application est désactivée au départ.'],
    },
    'auth-method': {
      title: 'Vérifier la méthode d’authentification',
      instructions: [
        'Ouvrez l’onglet **Configuration** et cliquez sur le crayon.',
        'Sous **Token Endpoint Authentication Method**, choisissez **Client Secret Post** et cliquez sur **Save**. **Client Secret Basic** convient aussi.',
      ],
    },
    roles: {
      title: 'Accorder des rôles',
      instructions: [
        'Ouvrez l’onglet **Roles** et cliquez sur **Grant Roles**.',
        'Choisissez les rôles dont la connexion a besoin. Pour lire, **Identity Data Read Only** et **Configuration Read Only** suffisent.',
      ],
    },
    'environment-id': {
      title: 'Copier l’Environment ID',
      instructions: [
        'Dans la console d’administration, ouvrez **Settings → Environment Properties**.',
        'Copiez l’**Environment ID**. L’ID d’organisation à côté en est un autre.',
      ],
    },
    region: {
      title: 'Relever la région',
      instructions: [
        'Sur la même page, **Environment Properties**, relevez la **Region**.',
        'Elle figure aussi à la fin de l’adresse de la console : **.com**, **.ca**, **.eu**, **.com.au**, **.sg** ou **.asia**.',
      ],
    },
    connect: {
      title: 'Connecter',
      instructions: ['Collez les quatre valeurs dans le formulaire et appuyez sur **Connecter**.'],
    },
  },
};
