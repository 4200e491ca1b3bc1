import { useConnect } from '@latchkey/connect-ui';
import type {
  ButtonSlotProps,
  ConnectButtonProps,
  ConnectControl,
  ConnectDialogProps,
  ConnectEvent,
  ConnectField,
  ConnectOptions,
  ConnectProps,
  ConnectState,
  InputSlotProps,
  PartName,
  ProviderForm,
  Slots,
} from '@latchkey/connect-ui';

type Equals<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type KeysOf<Union> = Union extends unknown ? keyof Union : never;
type ValuesOf<Union> = Union extends unknown ? Union[keyof Union] : never;

// An event names what happened. It has no property that could hold what was typed: adding one does not compile before this list says why.
true satisfies Equals<
  KeysOf<ConnectEvent>,
  'type' | 'integrationId' | 'step' | 'state' | 'fields' | 'region' | 'corrected' | 'code' | 'field' | 'connectionId' | 'window'
>;
// Nor one that could hold anything with a shape of its own, such as the form's values, a failure or a request.
true satisfies Equals<ValuesOf<ConnectEvent>, string | boolean | readonly string[] | undefined>;
// @ts-expect-error: a submission does not tell what is submitted
({ type: 'submitted', integrationId: 'pingone-cc', values: { client_secret: 'secret' } }) satisfies ConnectEvent;
// @ts-expect-error: a rejection does not tell what is rejected
({ type: 'input_rejected', fields: { client_secret: 'secret' } }) satisfies ConnectEvent;
// @ts-expect-error: a failure is told by its code alone
({ type: 'failed', code: 'wrong_client_secret', field: 'client_secret', explanation: {} }) satisfies ConnectEvent;

// One looks at the name of a state before one takes what is in it, and none of them holds what was typed.
declare const state: ConnectState;
// @ts-expect-error: there may be no connection
state.connection satisfies unknown;
if (state.name === 'connected') state.connection.connectionId satisfies string;
true satisfies Equals<
  KeysOf<ConnectState>,
  'name' | 'integrations' | 'explanation' | 'integrationId' | 'progress' | 'connection' | 'notices' | 'window' | 'redirectUri'
>;

// What a field gives is spread on the element that its kind names, and holds no value.
declare const field: ConnectField;
// @ts-expect-error: a select has no input
field.inputProps satisfies unknown;
if (field.kind === 'select') field.selectProps satisfies { readonly id: string };
else field.inputProps satisfies { readonly type: 'text' | 'password' };
true satisfies Equals<Extract<KeysOf<ConnectField>, 'value' | 'defaultValue'>, never>;

// Everything that <Connect> takes, the button and the dialog take too.
declare const button: ConnectButtonProps;
declare const dialog: ConnectDialogProps;
button satisfies ConnectProps;
dialog satisfies ConnectProps;
// @ts-expect-error: whether it is open is the host's to say
({ apiUrl: '/latchkey', sessionToken: 'token', onOpenChange: () => undefined }) satisfies ConnectDialogProps;

// A host's own component takes what the part gives it; one that wants something else does not compile.
({ Button: (props: ButtonSlotProps) => props.children, Input: (props: InputSlotProps) => props.name }) satisfies Partial<Slots>;
// @ts-expect-error: no part gives a colour
({ Button: (props: { readonly colour: string }) => props.colour }) satisfies Partial<Slots>;
({ classNames: { submit: 'btn', input: 'form-control' }, unstyled: true }) satisfies Partial<ConnectProps>;
// @ts-expect-error: no such part
({ classNames: { submitt: 'btn' } }) satisfies Partial<ConnectProps>;
'submit' satisfies PartName;

// What only draws is not for those who draw by themselves.
// @ts-expect-error: nothing is drawn
({ apiUrl: '/latchkey', sessionToken: 'token', unstyled: true }) satisfies ConnectOptions;
useConnect satisfies (options: ConnectOptions) => { readonly state: ConnectState };

// What a signature mentions can be imported by its name.
true satisfies Equals<NonNullable<ConnectControl['form']>, ProviderForm>;
