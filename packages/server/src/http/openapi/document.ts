/** The parts of an OpenAPI document that this API needs. @see [OpenAPI 3.1.1](https://spec.openapis.org/oas/v3.1.1.html) */

/** Values by name. */
export type Named<Value> = Readonly<Record<string, Value>>;

/** A schema of JSON Schema 2020-12, as far as it is read here. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string | undefined;
  readonly properties?: Named<JsonSchema>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** A body, by its media type. */
export type Content = Named<{ readonly schema: JsonSchema }>;

/** One value outside the body. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly style?: 'form' | 'deepObject';
  readonly explode?: boolean;
  readonly schema: JsonSchema;
}

/** One answer. */
export interface ApiResponse {
  readonly description: string;
  readonly headers?: Named<{ readonly description: string; readonly schema: JsonSchema }>;
  readonly content?: Content;
}

/** One method of one path. */
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly [string];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Named<readonly string[]>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Named<ApiResponse>;
}

/** One thing that the server tells others. */
export interface WebhookOperation {
  readonly summary: string;
  readonly description: string;
  readonly requestBody: { readonly required: true; readonly content: Content };
  readonly responses: Named<ApiResponse>;
}

/** The whole document. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly description: string;
    readonly license: { readonly name: string; readonly identifier: string };
  };
  readonly servers: readonly [{ readonly url: string }];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Named<Named<Operation>>;
  /** What the server sends to others. */
  readonly webhooks: Named<{ readonly post: WebhookOperation }>;
  readonly components: {
    readonly schemas: Named<JsonSchema>;
    readonly securitySchemes: Named<
      { readonly description: string } & (
        | { readonly type: 'http'; readonly scheme: 'bearer' }
        | { readonly type: 'apiKey'; readonly in: 'cookie'; readonly name: string }
      )
    >;
  };
  /** Each error once, by its code: the answers of the operations only name them. Several messages where providers word it differently. */
  readonly 'x-errors': Named<{ readonly status: number; readonly messages: readonly string[] }>;
}
