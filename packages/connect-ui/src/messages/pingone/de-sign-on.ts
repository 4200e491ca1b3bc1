import type { ProviderTranslation } from '../translation.ts';
import { shared } from './de-shared.ts';

/** A sign-in to PingOne, in German. */
export const signOn: ProviderTranslation<'pingone'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'Client-ID',
      description: 'Die Client ID auf dem Tab Overview Ihrer OIDC Web App.',
    },
  },
  access: {
    read_profile: {
      label: 'Ihr Profil lesen',
      remedy: 'Wählen Sie auf dem Tab Resources der Anwendung die Scopes openid, profile und email aus und verbinden Sie erneut.',
    },
    read_own_user: {
      label: 'Ihren Benutzer lesen',
      remedy: 'Wählen Sie auf dem Tab Resources der Anwendung den Scope p1:read:user aus und verbinden Sie erneut.',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-web-application': 'OIDC Web App anlegen',
    'sign-in-to-pingone': 'Anmelden',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-web-app': {
      title: 'Anwendung hinzufügen',
      instructions: [
        'Melden Sie sich an der PingOne-Verwaltungskonsole an und öffnen Sie **Applications → Applications**.',
        'Klicken Sie auf **+** neben **Applications**.',
        'Vergeben Sie einen Namen, wählen Sie **OIDC Web App** als **Application Type** und klicken Sie auf **Save**.',
      ],
    },
    'refresh-token': {
      title: 'Refresh-Tokens erlauben',
      instructions: [
        'Öffnen Sie den Tab **Configuration** und klicken Sie auf den Stift.',
        'Haken Sie **Refresh Token** an und lassen Sie **Authorization Code** angehakt. Die Verbindung bleibt dann ohne weitere Anmeldung bestehen.',
      ],
    },
    'redirect-uri': {
      title: 'Redirect-URI hinzufügen',
      instructions: [
        'Bleiben Sie auf dem Tab **Configuration**.',
        'Fügen Sie diese Adresse Zeichen für Zeichen unter **Redirect URIs** hinzu und klicken Sie auf **Save**.',
      ],
    },
    scopes: {
      title: 'Scopes auswählen',
      instructions: [
        'Öffnen Sie den Tab **Resources** und klicken Sie auf den Stift.',
        'Wählen Sie diese Scopes aus und klicken Sie auf **Save**.',
      ],
    },
    'sign-in': {
      title: 'Bei PingOne anmelden',
      instructions: [
        'Fügen Sie die Umgebungs-ID in das Formular ein und senden Sie es ab.',
        'Melden Sie sich in dem Fenster, das sich öffnet, bei PingOne an.',
      ],
    },
  },
  errors: {
    mix_up: {
      message: 'Die Anmeldung wurde im Namen einer anderen PingOne-Umgebung beantwortet; die Antwort wurde deshalb verworfen.',
      remedy:
        'Versuchen Sie es erneut. Bleibt es dabei, melden Sie es dem Anbieter der App, mit der Sie sich verbinden, und melden Sie sich von hier aus nicht bei PingOne an.',
    },
    id_token_invalid: {
      message: 'PingOne hat die Anmeldung mit einem ID-Token bestätigt, das nicht zu ihr gehört; die Antwort wurde deshalb verworfen.',
      remedy: 'Versuchen Sie es erneut. Bleibt es dabei, melden Sie es dem Anbieter der App, mit der Sie sich verbinden.',
    },
    consent_refused: {
      message: 'Die Anmeldung wurde abgebrochen, oder PingOne lässt diesen Benutzer die Anwendung nicht verwenden.',
      remedy:
        'Versuchen Sie es erneut und erlauben Sie, was gefragt wird. Wurde nichts gefragt, lassen Sie den Tab Access der Anwendung von einem Administrator prüfen.',
    },
    login_required: {
      message: 'PingOne verlangte eine Anmeldung und bekam keine.',
      remedy: 'Versuchen Sie es erneut und melden Sie sich in dem Fenster, das sich öffnet, bei PingOne an.',
    },
    redirect_uri_mismatch: {
      message: 'Die Anwendung in PingOne hat die Redirect-URI nicht, zu der diese Anmeldung zurückkehrt.',
      remedy:
        'Fügen Sie auf dem Tab Configuration der Anwendung unter Redirect URIs die Redirect-URI aus der Anleitung Zeichen für Zeichen hinzu und speichern Sie.',
    },
    application_disabled: {
      message: 'Die Anwendung, über die Sie sich anmelden, ist in PingOne deaktiviert.',
      remedy: 'Schalten Sie den Schalter oben rechts in der OIDC Web App ein und versuchen Sie es dann erneut.',
    },
    wrong_application_type: {
      message: 'Die Anwendung darf den Grant „Authorization Code“ nicht verwenden, deshalb kann sich niemand über sie anmelden.',
      remedy:
        'Verwenden Sie Client ID und Client Secret einer OIDC Web App. Ist sie schon eine, haken Sie auf ihrem Tab Configuration Authorization Code und Refresh Token an.',
    },
    wrong_client_secret: {
      message: 'PingOne kennt die Anwendung, über die Sie sich anmelden, akzeptiert aber ihr Client-Secret nicht.',
      remedy:
        'Kopieren Sie das Client Secret erneut vom Tab Overview der OIDC Web App und prüfen Sie, ob der Schalter oben rechts eingeschaltet ist. Fragt das Formular nach keinem Secret, melden Sie es dem Anbieter der App, mit der Sie sich verbinden.',
    },
    unknown_client: {
      message: 'In dieser Umgebung gibt es keine aktivierte Anwendung mit der Client-ID, über die Sie sich anmelden.',
      remedy:
        'Prüfen Sie, ob die OIDC Web App zu dieser Umgebung gehört, ihr Schalter oben rechts eingeschaltet ist und die Client ID die auf ihrem Tab Overview ist. Fragt das Formular nach keiner Client-ID, melden Sie es dem Anbieter der App, mit der Sie sich verbinden.',
    },
    scope_refused: {
      message: 'PingOne erteilt der Anwendung die angeforderten Scopes nicht.',
      remedy: 'Wählen Sie auf dem Tab Resources der OIDC Web App die Scopes aus der Anleitung aus und speichern Sie.',
    },
    code_refused: {
      message: 'PingOne hat den Code der Anmeldung nicht angenommen: Er wurde schon verwendet oder kam zu spät.',
      remedy: 'Versuchen Sie es erneut. Bleibt es dabei, melden Sie es dem Anbieter der App, mit der Sie sich verbinden.',
    },
    refresh_token_refused: {
      message: 'PingOne akzeptiert das Refresh-Token nicht mehr: Es ist abgelaufen oder wurde widerrufen, oder seine Sitzung ist beendet.',
      remedy: 'Verbinden Sie erneut und melden Sie sich bei PingOne an.',
    },
    no_refresh_token: {
      message: 'Das Zugriffstoken ist abgelaufen, und PingOne hat kein Refresh-Token gegeben, mit dem es sich erneuern ließe.',
      remedy: 'Haken Sie auf dem Tab Configuration der OIDC Web App Refresh Token an und speichern Sie. Verbinden Sie dann erneut.',
    },
    token_refused: {
      message: 'PingOne hat der Anwendung ein Zugriffstoken verweigert.',
      remedy:
        'Prüfen Sie, ob der Schalter oben rechts in der OIDC Web App eingeschaltet ist und ob ihr Tab Access diesen Benutzer zulässt.',
    },
    auth_method_unsupported: {
      message:
        'Die OIDC Web App nimmt kein Client-Secret an: Ihre Token Endpoint Authentication Method ist Client Secret JWT, Private Key JWT oder None.',
      remedy:
        'Stellen Sie auf dem Tab Configuration der OIDC Web App die Token Endpoint Authentication Method auf Client Secret Post und speichern Sie.',
    },
    authorization_refused: {
      message: 'PingOne hat die Anmeldung abgelehnt, bevor sich jemand anmelden konnte.',
      remedy:
        'Vergleichen Sie die OIDC Web App Schritt für Schritt mit der Anleitung. Bleibt es dabei, nennen Sie dem Support von Ping Identity die Korrelations-ID.',
    },
  },
};
