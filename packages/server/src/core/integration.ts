/** What an application is known by at a provider. @see [RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-2.3.1) */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A provider configured by the host application: what its customers connect through. */
export interface Integration {
  /** The host's own id, for example `pingone-cc`; `provider_config_key` on the wire. */
  readonly integrationId: string;
  /** The provider's id, for example `pingone-cc`. */
  readonly provider: string;
  readonly displayName: string;
}
