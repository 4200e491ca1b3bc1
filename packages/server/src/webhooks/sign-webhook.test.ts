import { expect, test } from 'vitest';
import { signWebhook } from './sign-webhook.ts';

// The example of the specification's test vectors: https://www.standardwebhooks.com
test('The signature is the one that Standard Webhooks says it is.', () => {
  const parts = {
    eventId: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    payload: '{"test": 2432232314}',
    sentAt: new Date(1_614_265_330_999),
  };
  expect(signWebhook(parts, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toMatchObject({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('Each secret that is good adds a signature.', () => {
  const parts = { eventId: 'evt_1', payload: '{}', sentAt: new Date(0) };
  const one = signWebhook(parts, ['whsec_AAAA'])['webhook-signature'];
  const other = signWebhook(parts, ['whsec_BBBB'])['webhook-signature'];
  expect(signWebhook(parts, ['whsec_AAAA', 'whsec_BBBB'])['webhook-signature']).toBe(`${one} ${other}`);
});

// The expected value is what `printf '{"id":"evt_1","name":"Ada ü"}' | openssl dgst -sha256 -hmac whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw` prints.
test('The body alone is signed besides, with the newest secret as it is written, whenever it is sent.', () => {
  const parts = { eventId: 'evt_1', payload: '{"id":"evt_1","name":"Ada ü"}' };
  for (const sentAt of [new Date(0), new Date(1_614_265_330_999)]) {
    expect(signWebhook({ ...parts, sentAt }, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_BBBB'])['x-nango-hmac-sha256']).toBe(
      'fd7c533b2846e2f7d869ce05027ebc53186873fab18550f506e52bce4979ec68',
    );
  }
});
