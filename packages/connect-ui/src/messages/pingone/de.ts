import type { ProviderTranslation } from '../translation.ts';

/** PingOne's form and guide, in German. */
export const pingOne: ProviderTranslation<'pingone-cc'> = {
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
    client_id: {
      label: 'Client-ID',
      description: 'Die Client ID auf dem Tab Overview Ihrer Worker-Anwendung.',
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
  access: {
    read_environment: {
      label: 'Umgebung lesen',
      remedy: 'Erteilen Sie der Anwendung eine Rolle in dieser Umgebung, zum Beispiel Environment Admin oder Configuration Read Only.',
    },
    read_users: {
      label: 'Benutzer lesen',
      remedy: 'Erteilen Sie der Anwendung die Rolle Identity Data Read Only oder Identity Data Admin.',
    },
    read_populations: {
      label: 'Populationen lesen',
      remedy: 'Erteilen Sie der Anwendung die Rolle Identity Data Read Only oder Environment Admin.',
    },
    read_applications: {
      label: 'Anwendungen lesen',
      remedy: 'Erteilen Sie der Anwendung die Rolle Configuration Read Only oder Client Application Developer.',
    },
  },
  pathWords: { 'Your application': 'Ihre Anwendung' },
  guideParts: {
    'create-worker-application': 'Worker-Anwendung anlegen',
    'find-environment-id': 'Umgebungs-ID finden',
    'find-region': 'Region finden',
    'enter-values': 'Die vier Werte eingeben',
  },
  guideSteps: {
    'create-worker': {
      title: 'Anwendung hinzufügen',
      instructions: [
        'Melden Sie sich an der PingOne-Verwaltungskonsole an und öffnen Sie **Applications → Applications**.',
        'Klicken Sie auf **+** neben **Applications**.',
        'Vergeben Sie einen Namen, wählen Sie **Worker** als **Application Type** und klicken Sie auf **Save**.',
      ],
    },
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
    roles: {
      title: 'Rollen erteilen',
      instructions: [
        'Öffnen Sie den Tab **Roles** und klicken Sie auf **Grant Roles**.',
        'Wählen Sie die Rollen, die die Verbindung braucht. Zum Lesen genügen **Identity Data Read Only** und **Configuration Read Only**.',
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
    connect: {
      title: 'Verbinden',
      instructions: ['Fügen Sie die vier Werte in das Formular ein und wählen Sie **Verbinden**.'],
    },
  },
};
