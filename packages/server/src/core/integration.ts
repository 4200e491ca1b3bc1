/** A provider configured by the host application: what its customers connect through. */
export interface Integration {
  /** The host's own id, for example `pingone-cc`; `provider_config_key` on the wire. */
  readonly integrationId: string;
  /** The provider's id, for example `pingone-cc`. */
  readonly provider: string;
  readonly displayName: string;
}
