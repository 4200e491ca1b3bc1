import { localizeForm } from './localize-form.ts';
import { sharedErrors } from './pingone/de-errors.ts';
import { signOn } from './pingone/de-sign-on.ts';
import { worker } from './pingone/de-worker.ts';
import type { Translation } from './translation.ts';

/** German. */
export const translation: Translation = {
  tag: 'de',
  direction: 'ltr',
  localizeForm,
  text: {
    'form.title': 'Konto bei {provider} verknüpfen',
    'form.intro': 'Fügen Sie in ein beliebiges Feld ein, was Sie haben: eine Adresse, einen .env-Block, JSON oder einzelne Werte.',
    'form.connect': 'Verbinden',
    'form.connecting': 'Verbindung wird hergestellt …',
    'form.close': 'Schließen',
    'form.loading': 'Formular wird geladen …',
    'reconnect.title': '{provider} erneut verbinden',
    'reconnect.intro': 'Was bereits bekannt ist, ist eingetragen. Geben Sie den Rest ein, und die Verbindung funktioniert wieder.',
    'reconnect.submit': 'Erneut verbinden',
    'reconnect.submitting': 'Verbindung wird erneuert …',
    'reconnect.known': 'Bereits bekannt',
    'reconnect.edit': 'Bearbeiten',
    'field.show': 'Anzeigen',
    'field.hide': 'Verbergen',
    'field.regionOption': '{name} – {tld}',
    'paste.filled': 'Aus dem Eingefügten übernommen: {fields}.',
    'region.asking': 'Region wird gesucht …',
    'region.found': 'Region gefunden: {region}.',
    'region.corrected': 'Berichtigt auf {region}: Dort liegt diese Umgebung.',
    'help.field': 'Wo finde ich das?',
    'help.need': 'Brauchen Sie Hilfe?',
    'help.open': 'Anleitung anzeigen',
    'help.close': 'Anleitung ausblenden',
    'help.step': 'Zeigen Sie mir, wo',
    'guide.title': 'Anleitung zum Verbinden',
    'guide.loading': 'Anleitung wird geladen …',
    'guide.failed': 'Die Anleitung konnte nicht geladen werden. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
    'guide.path': 'Weg in der Konsole',
    'guide.console': 'Diese Umgebung in der Konsole öffnen',
    'guide.newTab': 'öffnet sich in einem neuen Tab',
    'progress.title': 'Fortschritt',
    'progress.environment.started': 'Umgebung wird gesucht',
    'progress.environment.done': 'Umgebung gefunden',
    'progress.credentials.started': 'Zugangsdaten werden geprüft',
    'progress.credentials.done': 'Zugangsdaten akzeptiert',
    'progress.access.started': 'Zugriff wird geprüft',
    'progress.access.done': 'Zugriff geprüft',
    'progress.saved.started': 'Verbindung wird gespeichert',
    'progress.saved.done': 'Gespeichert',
    'progress.waiting': '{step}: Antwort des Anbieters steht noch aus',
    'result.title': 'Mit {environment} verbunden',
    'result.titlePlain': 'Verbunden',
    'result.reconnected': 'Wieder mit {environment} verbunden',
    'result.reconnectedPlain': 'Wieder verbunden',
    'result.summary': 'Die Verbindung wurde geprüft und funktioniert.',
    'result.summaryPlain': 'Die Verbindung wurde hergestellt; die Antwort mit den Einzelheiten ging unterwegs verloren.',
    'result.summaryWarning': 'Die Verbindung funktioniert, darf aber möglicherweise nicht alles.',
    'result.environmentId': 'Umgebungs-ID (Environment ID)',
    'result.type': 'Typ',
    'result.region': 'Region',
    'result.access': 'Was sie darf',
    'result.allowed': 'erlaubt',
    'result.refused': 'nicht erlaubt',
    'result.done': 'Fertig',
    'notice.region_corrected': 'Die Region wurde auf {value} berichtigt.',
    'notice.auth_method_basic': 'Die Anwendung verwendet Client Secret Basic, das ebenso gut funktioniert. Sie müssen nichts ändern.',
    'notice.no_refresh_token':
      'Es kam kein Refresh-Token mit, daher funktioniert die Verbindung nur, bis ihr Token abläuft. Lassen Sie die Anwendung Refresh-Tokens ausstellen, wie die Anleitung zeigt, und verbinden Sie erneut.',
    'signIn.hint': 'Sie melden sich bei {provider} in einem Fenster an, das sich öffnet.',
    'signIn.oneMoment': 'Einen Moment …',
    'signIn.checking': 'Ihre Eingaben werden geprüft …',
    'signIn.open': 'Melden Sie sich bei {provider} in dem Fenster an, das sich geöffnet hat.',
    'signIn.openHelp': 'Diese Seite merkt, wenn Sie fertig sind. Sehen Sie das Fenster nicht, öffnen Sie es erneut.',
    'signIn.blocked': 'Ihr Browser hat das Anmeldefenster nicht geöffnet.',
    'signIn.blockedHelp': 'Öffnen Sie es mit der Schaltfläche unten, oder fahren Sie in diesem Tab fort: Danach kommen Sie hierher zurück.',
    'signIn.closed': 'Das Anmeldefenster ist offenbar geschlossen.',
    'signIn.closedHelp':
      'Ist es noch offen, schließen Sie die Anmeldung dort ab: Diese Seite merkt es. Andernfalls versuchen Sie es erneut.',
    'signIn.mismatchHelp': 'Wurde dort ein Fehler zur Redirect-URI angezeigt, tragen Sie in Ihrer Anwendung genau diese ein:',
    'signIn.openNow': 'Anmeldung öffnen',
    'signIn.reopen': 'Fenster erneut öffnen',
    'signIn.inTab': 'In diesem Tab fortfahren',
    'signIn.cancel': 'Abbrechen',
    'client.use': 'Eine eigene Anwendung verwenden',
    'client.title': 'Ihre Anwendung',
    'client.intro':
      'Die Anmeldung läuft über eine Anwendung in Ihrer Umgebung. Legen Sie sie an, wie die Anleitung zeigt, mit dieser Redirect-URI:',
    'copy.redirect_uri': 'Redirect-URI',
    'copy.scopes': 'Scopes',
    'copy.copy': 'Kopieren',
    'copy.copied': 'Kopiert.',
    'copy.selected': 'Markiert: Kopieren Sie es mit Strg+C oder ⌘C.',
    'picker.title': 'Wählen Sie, was Sie verbinden möchten',
    'picker.another': 'Etwas anderes auswählen',
    'failure.details': 'Details',
    'failure.code': 'Code',
    'failure.correlationId': 'Korrelations-ID (Correlation ID)',
    'failure.requestId': 'Anfrage-ID (Request ID)',
    'failure.retry': 'Erneut versuchen',
    'failure.swap': 'Die beiden Werte vertauschen',
    'failure.wait': 'Warten Sie {seconds} Sekunden, bevor Sie es erneut versuchen.',
  },
  errors: {
    ...sharedErrors,
    offline: {
      message: 'Sie sind offline.',
      remedy: 'Versuchen Sie es erneut, sobald Sie wieder online sind. Ihre Eingaben bleiben erhalten.',
    },
    server_unreachable: {
      message: 'Der Server war nicht erreichbar.',
      remedy: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut. Ihre Eingaben bleiben erhalten.',
    },
    server_answer_invalid: {
      message: 'Die Antwort des Servers war nicht lesbar.',
      remedy: 'Versuchen Sie es erneut. Bleibt es dabei, melden Sie es dem Anbieter der App, mit der Sie sich verbinden.',
    },
    connection_interrupted: {
      message: 'Die Leitung brach ab, bevor die Antwort kam. Ob die Verbindung hergestellt wurde, ist deshalb nicht bekannt.',
      remedy: 'Versuchen Sie es erneut: Es schadet nicht, wenn die Verbindung schon besteht. Ihre Eingaben bleiben erhalten.',
    },
    session_token_unavailable: {
      message: 'Die App konnte für Sie keine Berechtigung zum Verbinden einholen.',
      remedy: 'Versuchen Sie es erneut. Bleibt es dabei, laden Sie die Seite neu.',
    },
    no_integration: {
      message: 'Es gibt hier nichts, was Sie verbinden dürfen.',
      remedy: 'Melden Sie dem Anbieter der App, mit der Sie sich verbinden, dass die Sitzung keine Integration erlaubt.',
    },
    integration_not_offered: {
      message: 'Diese Integration dürfen Sie nicht verbinden.',
      remedy: 'Melden Sie dem Anbieter der App, mit der Sie sich verbinden, dass die Sitzung sie nicht erlaubt.',
    },
    unsupported_provider: {
      message: 'Diese Seite kennt das Formular dieser Integration nicht.',
      remedy: 'Melden Sie dem Anbieter der App, mit der Sie sich verbinden, dass deren Latchkey-Version älter ist als die des Servers.',
    },
    connect_session_expired: {
      message: 'Ihre Zeit zum Verbinden ist abgelaufen.',
      remedy: 'Laden Sie die Seite neu, um von vorn zu beginnen.',
    },
    unknown_connect_session_token: {
      message: 'Diese Seite hat keine gültige Berechtigung zum Verbinden.',
      remedy: 'Laden Sie die Seite neu, um von vorn zu beginnen.',
    },
    too_many_request: {
      message: 'Es gab zu viele Versuche in kurzer Zeit.',
      remedy: 'Warten Sie einen Moment und versuchen Sie es dann erneut. Ihre Eingaben bleiben erhalten.',
    },
    store_unavailable: {
      message: 'Die Verbindung konnte nicht gespeichert werden.',
      remedy: 'Versuchen Sie es gleich noch einmal. Ihre Eingaben bleiben erhalten.',
    },
    store_full: {
      message: 'In der Datenbank ist kein Platz mehr, daher wurde nichts gespeichert.',
      remedy: 'Der Betreiber der App muss Speicherplatz freigeben. Versuchen Sie es danach erneut.',
    },
    missing_auth_header: {
      message: 'Die Anfrage hat keinen Header „Authorization“.',
      remedy: 'Die App muss „Authorization: Bearer“ mit dem Token der Verbindungssitzung senden.',
    },
    malformed_auth_header: {
      message: 'Der Header „Authorization“ hat nicht die Form „Bearer <Token>“.',
      remedy: 'Die App muss das Wort Bearer, ein Leerzeichen und das Token senden.',
    },
    invalid_connect_session_token_format: {
      message: 'Was gesendet wurde, ist kein Token einer Verbindungssitzung.',
      remedy:
        'Die App muss das „token“ aus der Antwort auf POST /connect/sessions senden; ein geheimer Schlüssel gehört nie in einen Browser.',
    },
    integration_not_allowed: {
      message: 'Die Verbindungssitzung erlaubt diese Integration nicht.',
      remedy: 'Die App muss die Integration in „allowed_integrations“ nennen, wenn sie die Sitzung anlegt, oder diese Angabe weglassen.',
    },
    origin_not_allowed: {
      message: 'Seiten dieser Herkunft dürfen Latchkey nicht verwenden.',
      remedy: 'Die App muss die Herkunft der Seite in die Option „allowedOrigins“ aufnehmen.',
    },
    invalid_json: {
      message: 'Der Inhalt der Anfrage ist kein gültiges JSON.',
      remedy: 'Es muss ein JSON-Objekt gesendet werden.',
    },
    invalid_body: {
      message: 'Der Inhalt der Anfrage ist nicht so, wie er sein soll.',
      remedy: 'Prüfen Sie Ihre Eingaben und versuchen Sie es erneut. Bleibt es dabei, melden Sie es dem Anbieter der App.',
    },
    invalid_query_params: {
      message: 'Die Parameter der Adresse sind nicht so, wie sie sein sollen.',
      remedy: 'Prüfen Sie Ihre Eingaben und versuchen Sie es erneut. Bleibt es dabei, melden Sie es dem Anbieter der App.',
    },
    invalid_content_type: {
      message: 'Der Inhalt der Anfrage ist laut „Content-Type“ kein JSON.',
      remedy: 'Es muss „Content-Type: application/json“ gesendet werden.',
    },
    body_too_large: {
      message: 'Die Anfrage ist größer, als hier angenommen wird.',
      remedy: 'Senden Sie weniger: Keine Anfrage braucht hier mehr als 100 kB.',
    },
    not_found: {
      message: 'Diese Adresse gibt es auf dem Server nicht.',
      remedy: 'Die App muss Methode und Pfad anhand der API-Referenz prüfen.',
    },
    unknown_integration: {
      message: 'Es gibt keine Integration mit dieser ID.',
      remedy: 'Die App muss eine ID verwenden, die in der Option „integrations“ steht.',
    },
    unknown_connection: {
      message: 'Diese Verbindung gibt es nicht mehr.',
      remedy: 'Sie wurde in der Zwischenzeit getrennt: Gehen Sie zur App zurück und verbinden Sie sich neu.',
    },
    connection_disabled: {
      message: 'Die Verbindung ist abgeschaltet.',
      remedy: 'Bitten Sie den Anbieter der App, mit der Sie sich verbinden, sie wieder einzuschalten.',
    },
    identity_mismatch: {
      message: 'Das führt zu etwas anderem als die Verbindung, die Sie erneuern.',
      remedy: 'Setzen Sie den früheren Wert wieder ein, oder verbinden Sie diesen als neue Verbindung.',
    },
    unknown_authorization: {
      message: 'Diese Anmeldung wurde nicht von Ihnen hier begonnen.',
      remedy: 'Versuchen Sie es erneut, um eine neue zu beginnen. Ihre Eingaben bleiben erhalten.',
    },
    authorization_expired: {
      message: 'Die Anmeldung wurde nicht rechtzeitig abgeschlossen.',
      remedy: 'Versuchen Sie es erneut und schließen Sie die Anmeldung innerhalb von zehn Minuten ab.',
    },
    authorization_not_bound: {
      message: 'Die Anmeldung kam in einem anderen Browser zurück als dem, in dem sie begonnen wurde, oder ohne ihr Cookie.',
      remedy:
        'Versuchen Sie es erneut und bleiben Sie in diesem Browser. Bleibt es dabei, erlauben Sie Cookies für die Adresse des Anmeldefensters.',
    },
    authorization_used: {
      message: 'Diese Anmeldung wurde bereits abgeschlossen.',
      remedy: 'Schließen Sie das Fenster. Um sich neu anzumelden, versuchen Sie es erneut.',
    },
    return_url_not_allowed: {
      message: 'Die Anmeldung darf nicht zu dieser Seite zurückführen, weil deren Adresse nicht auf der Liste des Servers steht.',
      remedy: 'Melden Sie dem Anbieter der App, mit der Sie sich verbinden, dass die Herkunft der Seite in „allowedOrigins“ fehlt.',
    },
    oauth_client_missing: {
      message: 'Es gibt keine Anwendung, über die Sie sich anmelden könnten.',
      remedy:
        'Geben Sie Client ID und Client Secret einer OIDC Web App ein. Haben Sie keine, wenden Sie sich an den Anbieter der App, mit der Sie sich verbinden.',
    },
    encryption_key_missing: {
      message: 'Gespeichertes wurde mit einem Schlüssel versiegelt, den dieser Server nicht hat.',
      remedy: 'Der Betreiber der App muss diesen Schlüssel wieder in die Option „encryptionKeys“ aufnehmen, nach dem ersten.',
    },
    sealed_value_invalid: {
      message: 'Ein versiegelter Wert lässt sich nicht öffnen: Er wurde verändert, abgeschnitten oder gehört zu einer anderen Verbindung.',
      remedy: 'Verbinden Sie sich erneut, oder der Betreiber der App stellt die Datenbank aus einer Sicherung wieder her.',
    },
    server_error: {
      message: 'In Latchkey ist ein unerwarteter Fehler aufgetreten.',
      remedy: 'Nennen Sie dem Anbieter der App die Anfrage-ID aus den Details: Sie steht im Protokoll des Servers.',
    },
  },
  providers: { 'pingone-cc': worker, pingone: signOn },
};
