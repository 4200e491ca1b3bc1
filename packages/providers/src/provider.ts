/**
 * What a provider is: data that three readers share.
 *
 * The form draws `form`, the server checks `form` and calls `endpoints`, the failure screen shows `failures`, the guide explains
 * `guide`, and the sandbox offers each failure as a scenario. Nothing here does I/O, and no code outside a provider's own folder
 * asks which provider it has: it reads what the data declares.
 */

import type { Failure, SignRule } from './failure.ts';

/** How an application gets its tokens, in the words of RFC 6749. */
export type Grant = 'client_credentials' | 'authorization_code';

/** How a client proves itself at the token endpoint, in PingOne's words. */
export type TokenEndpointAuthMethod = 'CLIENT_SECRET_POST' | 'CLIENT_SECRET_BASIC';

/** One place in which a provider keeps its customers' data. */
export interface Region {
  /** The provider's short code, for example `EU`. */
  readonly code: string;
  /** The name that people read, for example `European Union`. */
  readonly name: string;
  /** The end of every host name of the region, for example `com.au`. */
  readonly topLevelDomain: string;
  /** Other names that people and tools give it; letter case and punctuation do not matter. */
  readonly aliases?: readonly string[];
}

/** What is wrong, and what to do: one sentence each. */
export interface ProblemText {
  readonly message: string;
  readonly remedy: string;
}

/** What is wrong with a value, and what to do. */
export interface Problem extends ProblemText {
  /** Stable code; documented in `docs/errors.md`. */
  readonly code: string;
}

/** One value that the person at the form gives. */
export interface Field {
  /** The name on the wire, for example `environmentId`. */
  readonly name: string;
  /** The part of the request body that carries it. */
  readonly in: 'connection_config' | 'credentials';
  /** Decides how the value is cleaned, checked and drawn. */
  readonly kind: 'uuid' | 'region' | 'secret';
  readonly label: string;
  readonly description: string;
  /** An example, or for a region the first line of the list. */
  readonly placeholder: string;
  /** Whether two connections that differ in it are connections to different things. */
  readonly identifies: boolean;
  /** The step of the guide that tells where to find the value. */
  readonly guideStep: string;
  /**
   * How long the values are that the provider makes, in characters. A shorter value draws the warning `problems.short`, and is taken; one that
   * is in pieces is put together where it is then as long.
   */
  readonly usualLength?: number;
  /** Codes of what can be wrong; `findProblem` has the words for each. */
  readonly problems: {
    readonly missing: string;
    readonly invalid: string;
    /** For secrets: the value is a row of dots or stars. */
    readonly masked?: string;
    /** A warning, never a reason to refuse. See {@link Field.usualLength}. */
    readonly short?: string;
    /** A warning too: white space stands within the value. */
    readonly spaced?: string;
    /** What was pasted is the URL of a custom domain, which does not tell this value. */
    readonly customDomain?: string;
    /** For what regions are looked up by: no region knows the value. */
    readonly unknown?: string;
  };
}

/** What was recognised in a pasted text, by field name. A key is there only when its value was. */
export interface PastedValues {
  readonly [field: string]: string | undefined;
  /** A host that by the look of its URL is a custom domain: it tells neither environment nor region. */
  readonly customDomain?: string;
}

/** Recognises a provider's values in whatever was pasted. Never throws, never returns what does not stand in the text. */
export type ParsePasted = (text: string, regions: readonly Region[]) => PastedValues;

/** All that is needed to draw and check the form; small enough for a browser. */
export interface ProviderForm {
  /** The provider's id, for example `pingone-cc`. */
  readonly provider: string;
  readonly displayName: string;
  readonly grant: Grant;
  readonly fields: readonly Field[];
  /**
   * Fields of an OAuth client that the end user may bring in place of the integration's; each is in `credentials`. Empty where the client is
   * among `fields`, because every end user brings one.
   */
  readonly clientFields: readonly Field[];
  readonly regions: readonly Region[];
  /** Pairs of fields that may not hold the same value, with the code of the problem when they do. */
  readonly distinct: readonly { readonly field: string; readonly from: string; readonly problem: string }[];
  /** Where a person finds the environment in the provider's console: a URL with field names in braces. */
  readonly consoleUrl: string;
  /** What a connection may do, by the name of its access check. */
  readonly accessLabels: Readonly<Record<string, string>>;
  /** What is copied into the provider's console, by the step of the guide: it is shown there and in failures that lead there, with a button. */
  readonly copies: Readonly<Record<string, 'redirect_uri' | 'scopes'>>;
  /** Loads {@link ProviderForm.parsePasted}: a part of its own, so that a page shows the form before it. */
  readonly loadParsePasted: () => Promise<ParsePasted>;
  /** Absent where only the form is drawn, and until it is loaded: then only what was meant for a field is read from it. */
  readonly parsePasted?: ParsePasted;
}

/** One numbered step of the guide. Words between `**` are the provider's own, as its console shows them. */
export interface GuideStep {
  readonly id: string;
  readonly title: string;
  /** The field whose value this step finds. */
  readonly field?: string;
  readonly instructions: readonly string[];
  /** The way through the provider's console, one word an element. */
  readonly consolePath: readonly string[];
  /** The drawing that stands beside the step. */
  readonly picture: string;
}

/** A titled group of steps. */
export interface GuidePart {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly GuideStep[];
}

/** One thing that a connection may or may not do, found out by asking. */
export interface AccessCheck {
  /** Its label stands in {@link ProviderForm.accessLabels}. */
  readonly name: string;
  /** Template of the URL to GET, as in {@link Provider.endpoints}; it may also name `{subject}`, the user who signed in. */
  readonly url: string;
  /** What to do when it is not allowed. */
  readonly remedy: string;
  readonly guideStep: string;
}

/** What is known about the environment that a connection leads to. */
export interface EnvironmentFacts {
  readonly id: string;
  readonly name: string;
  /** For example `PRODUCTION` or `SANDBOX`. */
  readonly type: string;
  /** The region's code. */
  readonly region: string;
}

/** The facts that an access token tells about itself. */
export interface TokenFacts {
  readonly environmentId?: string;
  readonly organizationId?: string;
  readonly topLevelDomain?: string;
  /** The user who signed in; none for an application's own token. */
  readonly subject?: string;
}

/** A role that may be granted to an application. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly applicableTo: readonly string[];
  /** Names of the access checks that the role is known to pass. */
  readonly allows: readonly string[];
}

/** A scope that may be asked for a user. */
export interface Scope {
  readonly name: string;
  readonly description: string;
  /** Whether it stands in the short list that people are shown first. */
  readonly common: boolean;
}

/** URL templates. `{auth}` and `{api}` are hosts; `{tld}` and field names are filled with checked values only. */
export interface EndpointTemplates {
  readonly issuer: string;
  readonly discovery: string;
  readonly token: string;
  /** Absent where nobody signs in. */
  readonly authorization?: string;
  /** The keys that sign ID tokens. Absent where nobody signs in. */
  readonly jwks?: string;
  /** The base that proxied paths are appended to. */
  readonly api: string;
  /** Where a person finds the environment in the provider's console. */
  readonly console: string;
}

/** What calls to a provider's API keep to. */
export interface ApiRules {
  /** Names of the hosts that an access token may be sent to. */
  readonly hosts: readonly string[];
  /** How many calls of one connection are under way at a time; the others wait. */
  readonly maxConcurrent: number;
  /** How long the request line and the headers of a call may be together, in bytes. */
  readonly maxHeaderBytes: number;
}

/** A provider, whole. */
export interface Provider {
  readonly id: string;
  /** Providers of one family share hosts, and so the option that overrides them. */
  readonly family: string;
  readonly displayName: string;
  readonly grant: Grant;
  readonly docsUrl: string;
  readonly form: ProviderForm & { readonly parsePasted: ParsePasted };
  /** Host templates by name; each holds `{tld}`. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly endpoints: EndpointTemplates;
  readonly api: ApiRules;
  /** Tried in this order until one is not refused. */
  readonly authMethods: readonly TokenEndpointAuthMethod[];
  readonly signs: readonly SignRule[];
  readonly failures: readonly Failure[];
  readonly accessChecks: readonly AccessCheck[];
  readonly guide: readonly GuidePart[];
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  /** Asked for when the integration names none. */
  readonly defaultScopes: readonly string[];
  /** Reads the answer of the first access check. `undefined` when it is not an environment. */
  readonly readEnvironment: (body: unknown) => EnvironmentFacts | undefined;
  /** Reads the facts from an access token's claims; unknown claims are ignored. */
  readonly readTokenFacts: (claims: Readonly<Record<string, unknown>>) => TokenFacts;
}
