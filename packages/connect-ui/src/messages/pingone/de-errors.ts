import type { SharedErrors } from '../translation.ts';

/** What goes wrong with PingOne's values, and with connecting in whatever way, in German. */
export const sharedErrors: SharedErrors = {
  environment_id_missing: {
    message: 'Die Umgebungs-ID fehlt.',
    remedy: 'Kopieren Sie sie unter Settings → Environment Properties in der PingOne-Verwaltungskonsole.',
  },
  environment_id_invalid: {
    message: 'Das ist keine Umgebungs-ID.',
    remedy:
      'Eine Umgebungs-ID besteht aus 32 Buchstaben und Ziffern in fünf Gruppen, wie f2aba07d-270c-42ba-8811-01af5f63d458. Kopieren Sie sie unter Settings → Environment Properties.',
  },
  environment_id_is_custom_domain: {
    message: 'Das ist die Adresse einer eigenen Domain, die weder die Umgebung noch ihre Region verrät.',
    remedy: 'Kopieren Sie die Environment ID unter Settings → Environment Properties; die Region steht auf derselben Seite.',
  },
  environment_not_found: {
    message: 'Keine PingOne-Region kennt eine Umgebung mit dieser ID.',
    remedy:
      'Kopieren Sie die Environment ID unter Settings → Environment Properties; die Organisations-ID, die daneben steht, ist eine andere.',
  },
  environment_not_in_region: {
    message: 'Die gewählte Region kennt diese Umgebung nicht, und bei der Suche hat nicht jede andere Region geantwortet.',
    remedy:
      'Vergleichen Sie die Region mit der unter Settings → Environment Properties. Ist es die richtige, prüfen Sie die Environment ID oder versuchen Sie es gleich noch einmal.',
  },
  region_missing: {
    message: 'Die Region fehlt.',
    remedy: 'Wählen Sie die Region, die unter Settings → Environment Properties steht.',
  },
  region_unknown: {
    message: 'PingOne hat keine Region mit dieser Top-Level-Domain.',
    remedy: 'Verwenden Sie com, ca, eu, com.au, sg oder asia.',
  },
  client_id_missing: {
    message: 'Die Client-ID fehlt.',
    remedy: 'Kopieren Sie sie vom Tab Overview der Anwendung.',
  },
  client_id_invalid: {
    message: 'Das ist keine Client-ID von PingOne.',
    remedy: 'Eine Client-ID besteht aus 32 Buchstaben und Ziffern in fünf Gruppen. Kopieren Sie sie vom Tab Overview der Anwendung.',
  },
  client_id_is_environment_id: {
    message: 'Die Client-ID ist dieselbe wie die Umgebungs-ID.',
    remedy: 'Kopieren Sie die Client ID vom Tab Overview der Anwendung; sie unterscheidet sich von der ID der Umgebung.',
  },
  client_secret_missing: {
    message: 'Das Client-Secret fehlt.',
    remedy: 'Kopieren Sie es vom Tab Overview der Anwendung.',
  },
  client_secret_invalid: {
    message: 'Das kann kein Client-Secret sein.',
    remedy:
      'Ein Client-Secret ist eine einzige Zeile Text. Verwenden Sie die Schaltfläche zum Kopieren neben Client Secret in PingOne, und fügen Sie es allein ein.',
  },
  client_secret_masked: {
    message: 'Das sind die Punkte, die das Secret verbergen, nicht das Secret selbst.',
    remedy: 'Klicken Sie in PingOne auf das Auge oder die Schaltfläche zum Kopieren neben Client Secret, und fügen Sie es dann erneut ein.',
  },
  client_secret_short: {
    message: 'Das ist kürzer als die Client-Secrets, die PingOne vergibt, und vielleicht abgeschnitten.',
    remedy:
      'Vergleichen Sie es mit dem in PingOne oder verwenden Sie dort die Schaltfläche zum Kopieren. Ist es vollständig, fahren Sie fort.',
  },
  client_secret_spaced: {
    message: 'In diesem Client-Secret steht ein Leerzeichen, vielleicht wurde etwas anderes mitkopiert.',
    remedy: 'Vergleichen Sie es mit dem in PingOne oder verwenden Sie dort die Schaltfläche zum Kopieren. Ist es richtig, fahren Sie fort.',
  },
  client_secret_is_client_id: {
    message: 'Das Client-Secret ist dasselbe wie die Client-ID.',
    remedy: 'Verwenden Sie die Schaltfläche zum Kopieren neben Client Secret, das auf dem Tab Overview unter der Client ID steht.',
  },
  provider_rate_limited: {
    message: 'PingOne meldet, dass es gerade zu viele Anfragen aus dieser Umgebung erhält.',
    remedy: 'Warten Sie einen Moment und versuchen Sie es dann erneut. Ihre Eingaben gehen nicht verloren.',
  },
  provider_timeout: {
    message: 'PingOne hat nicht rechtzeitig geantwortet.',
    remedy: 'Versuchen Sie es erneut. Bleibt es dabei, sehen Sie auf status.pingidentity.com nach.',
  },
  provider_unreachable: {
    message: 'PingOne war vom Server aus nicht erreichbar.',
    remedy:
      'Versuchen Sie es erneut. Bleibt es dabei, darf der Server PingOne vielleicht nicht erreichen: Melden Sie es dem Anbieter der App, mit der Sie sich verbinden.',
  },
  provider_unavailable: {
    message: 'PingOne hat selbst eine Störung und konnte nicht antworten.',
    remedy: 'Versuchen Sie es gleich noch einmal. Bleibt es dabei, sehen Sie auf status.pingidentity.com nach.',
  },
  provider_answer_too_large: {
    message: 'Die Antwort war weit größer als jede Antwort von PingOne und wurde deshalb nicht gelesen.',
    remedy:
      'Etwas zwischen dem Server und PingOne antwortet an dessen Stelle: Melden Sie es dem Anbieter der App, mit der Sie sich verbinden.',
  },
  provider_answer_invalid: {
    message: 'So eine Antwort gibt PingOne nicht.',
    remedy:
      'Versuchen Sie es erneut. Bleibt es dabei, antwortet etwas zwischen dem Server und PingOne an dessen Stelle: Melden Sie es dem Anbieter der App, mit der Sie sich verbinden.',
  },
  swapped_ids: {
    message:
      'Die angegebene Client-ID ist eine Umgebungs-ID, und die angegebene Umgebungs-ID ist keine; die beiden sind offenbar vertauscht.',
    remedy: 'Vertauschen Sie die beiden Werte und versuchen Sie es dann erneut.',
  },
  organization_id_as_environment_id: {
    message: 'Als Umgebungs-ID wurde die ID der Organisation angegeben.',
    remedy: 'Kopieren Sie die Environment ID, die neben der Organisations-ID unter Settings → Environment Properties steht.',
  },
  token_for_other_environment: {
    message: 'Die Anwendung gehört zu einer anderen Umgebung als der, deren ID angegeben wurde.',
    remedy: 'Verwenden Sie die Environment ID, die auf dem Tab Overview derselben Anwendung steht.',
  },
  token_rejected: {
    message: 'PingOne hat ein Zugriffstoken ausgestellt, doch seine API akzeptiert es nicht.',
    remedy: 'Versuchen Sie es in einer Minute erneut. Bleibt es dabei, nennen Sie dem Support von Ping Identity die Korrelations-ID.',
  },
  provider_refused: {
    message: 'PingOne hat die Anfrage abgelehnt, ohne einen klaren Grund zu nennen.',
    remedy: 'Gehen Sie die Anleitung noch einmal durch. Bleibt es dabei, nennen Sie dem Support von Ping Identity die Korrelations-ID.',
  },
};
