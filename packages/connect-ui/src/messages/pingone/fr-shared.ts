/** What PingOne's forms and guides have in common, in French. */
export const shared = {
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
  pathWords: { 'Your application': 'Votre application' },
  guideParts: {
    'find-environment-id': 'Trouver l’ID d’environnement',
    'find-region': 'Trouver la région',
  },
  guideSteps: {
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
  },
} as const;
