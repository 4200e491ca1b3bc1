/** What PingOne's forms and guides have in common, in German. */
export const shared = {
  fields: {
    environmentId: {
      label: 'Umgebungs-ID (Environment ID)',
      description: 'Die ID der PingOne-Umgebung, die verbunden werden soll. Sie können auch eine PingOne-URL einfügen.',
    },
    tld: {
      label: 'Region',
      description: 'Wo PingOne die Umgebung speichert. Sie wird automatisch gefunden, sobald die Umgebungs-ID vollständig ist.',
      placeholder: 'Region auswählen',
    },
    client_secret: {
      label: 'Client-Secret',
      description: 'Das Client Secret auf demselben Tab. Es wird verschlüsselt übertragen und verschlüsselt gespeichert.',
      placeholder: 'Client-Secret einfügen',
    },
  },
  regions: {
    NA: 'Nordamerika (ohne Kanada)',
    CA: 'Kanada',
    EU: 'Europäische Union',
    AU: 'Australien',
    SG: 'Singapur',
    AP: 'Asien-Pazifik',
  },
  pathWords: { 'Your application': 'Ihre Anwendung' },
  guideParts: {
    'find-environment-id': 'Umgebungs-ID finden',
    'find-region': 'Region finden',
  },
  guideSteps: {
    'client-id': {
      title: 'Client ID kopieren',
      instructions: ['Öffnen Sie den Tab **Overview** der Anwendung.', 'Kopieren Sie die **Client ID**.'],
    },
    'client-secret': {
      title: 'Client Secret kopieren',
      instructions: [
        'Bleiben Sie auf dem Tab **Overview**.',
        'Klicken Sie auf die Schaltfläche zum Kopieren neben **Client Secret**. Die Punkte, die für das Secret stehen, lassen sich nicht von Hand kopieren.',
      ],
    },
    'enable-application': {
      title: 'Anwendung aktivieren',
      instructions: ['Schalten Sie den Schalter oben rechts in der Anwendung ein. Eine neue Anwendung ist zunächst deaktiviert.'],
    },
    'auth-method': {
      title: 'Authentifizierungsmethode prüfen',
      instructions: [
        'Öffnen Sie den Tab **Configuration** und klicken Sie auf den Stift.',
        'Wählen Sie unter **Token Endpoint Authentication Method** den Eintrag **Client Secret Post** und klicken Sie auf **Save**. **Client Secret Basic** funktioniert ebenfalls.',
      ],
    },
    'environment-id': {
      title: 'Environment ID kopieren',
      instructions: [
        'Öffnen Sie in der Verwaltungskonsole **Settings → Environment Properties**.',
        'Kopieren Sie die **Environment ID**. Die Organisations-ID daneben ist eine andere.',
      ],
    },
    region: {
      title: 'Region ablesen',
      instructions: [
        'Lesen Sie auf derselben Seite, **Environment Properties**, die **Region** ab.',
        'Sie steht auch am Ende der Adresse der Konsole: **.com**, **.ca**, **.eu**, **.com.au**, **.sg** oder **.asia**.',
      ],
    },
  },
} as const;
