import type { ProviderTranslation } from '../translation.ts';
import { shared } from './de-shared.ts';

/** PingOne through a worker application, in German. */
export const worker: ProviderTranslation<'pingone-cc'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'Client-ID',
      description: 'Die Client ID auf dem Tab Overview Ihrer Worker-Anwendung.',
    },
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
  guideParts: {
    ...shared.guideParts,
    'create-worker-application': 'Worker-Anwendung anlegen',
    'enter-values': 'Die vier Werte eingeben',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-worker': {
      title: 'Anwendung hinzufügen',
      instructions: [
        'Melden Sie sich an der PingOne-Verwaltungskonsole an und öffnen Sie **Applications → Applications**.',
        'Klicken Sie auf **+** neben **Applications**.',
        'Vergeben Sie einen Namen, wählen Sie **Worker** als **Application Type** und klicken Sie auf **Save**.',
      ],
    },
    roles: {
      title: 'Rollen erteilen',
      instructions: [
        'Öffnen Sie den Tab **Roles** und klicken Sie auf **Grant Roles**.',
        'Wählen Sie die Rollen, die die Verbindung braucht. Zum Lesen genügen **Identity Data Read Only** und **Configuration Read Only**.',
      ],
    },
    connect: {
      title: 'Verbinden',
      instructions: ['Fügen Sie die vier Werte in das Formular ein und senden Sie es ab.'],
    },
  },
  errors: {
    application_disabled: {
      message: 'Die Anwendung ist in PingOne deaktiviert.',
      remedy: 'Schalten Sie den Schalter oben rechts in der Anwendung ein und versuchen Sie es dann erneut.',
    },
    wrong_client_secret: {
      message: 'PingOne kennt diese Anwendung, akzeptiert aber das Client-Secret nicht.',
      remedy:
        'Kopieren Sie das Client Secret erneut vom Tab Overview; wurde es erneuert, verwenden Sie das neue. Ist es das richtige, prüfen Sie, ob die Anwendung aktiviert ist: Der Schalter ist dort oben rechts.',
    },
    unknown_client: {
      message: 'In dieser Umgebung gibt es keine aktivierte Anwendung mit dieser Client-ID.',
      remedy:
        'Kopieren Sie die Client ID vom Tab Overview und prüfen Sie, ob sie zu dieser Umgebung gehört und der Schalter oben rechts in der Anwendung eingeschaltet ist.',
    },
    no_roles: {
      message: 'Die Anwendung hat keine Rolle, deshalb gibt PingOne ihr kein Zugriffstoken.',
      remedy:
        'Wählen Sie auf dem Tab Roles der Anwendung Grant Roles. Eine eben erteilte Rolle braucht vielleicht eine Minute: Versuchen Sie es dann erneut.',
    },
    wrong_application_type: {
      message: 'Die Anwendung darf den Grant „Client Credentials“ nicht verwenden, ist also keine Worker-Anwendung.',
      remedy:
        'Legen Sie in PingOne eine Anwendung vom Typ Worker an und verwenden Sie deren Client ID und Client Secret. Ist sie schon ein Worker, prüfen Sie, ob der Schalter oben rechts eingeschaltet ist.',
    },
    scope_refused: {
      message: 'PingOne kann dieser Anwendung die angeforderten Scopes nicht erteilen.',
      remedy:
        'Wenden Sie sich an den Anbieter der App, mit der Sie sich verbinden: Scopes gehören zu dessen Integration, und eine Worker-Anwendung erhält ihre Rechte durch Rollen.',
    },
    token_refused: {
      message: 'PingOne hat der Anwendung ein Zugriffstoken verweigert.',
      remedy: 'Prüfen Sie auf dem Tab Roles, ob die Anwendung eine Rolle hat, und ob der Schalter oben rechts eingeschaltet ist.',
    },
    weak_roles: {
      message: 'Die Anwendung wird akzeptiert, doch keine ihrer Rollen lässt sie diese Umgebung lesen.',
      remedy:
        'Wählen Sie auf dem Tab Roles der Anwendung Grant Roles und dort diese Umgebung. Eine eben erteilte Rolle braucht vielleicht eine Minute.',
    },
    auth_method_unsupported: {
      message:
        'Die Anwendung nimmt kein Client-Secret an: Ihre Token Endpoint Authentication Method ist Client Secret JWT, Private Key JWT oder None.',
      remedy:
        'Stellen Sie auf dem Tab Configuration der Anwendung die Token Endpoint Authentication Method auf Client Secret Post und speichern Sie.',
    },
  },
};
