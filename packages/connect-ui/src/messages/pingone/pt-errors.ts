import type { SharedErrors } from '../translation.ts';

/** What goes wrong with PingOne's values, and with connecting in whatever way, in Portuguese. */
export const sharedErrors: SharedErrors = {
  environment_id_missing: {
    message: 'Falta o ID do ambiente.',
    remedy: 'Copie-o de Settings → Environment Properties no console de administração do PingOne.',
  },
  environment_id_invalid: {
    message: 'Isto não é um ID de ambiente.',
    remedy:
      'Um ID de ambiente tem 32 letras e dígitos em cinco grupos, como f2aba07d-270c-42ba-8811-01af5f63d458. Copie-o de Settings → Environment Properties.',
  },
  environment_id_is_custom_domain: {
    message: 'Este é o endereço de um domínio personalizado, que não revela nem o ambiente nem a região.',
    remedy: 'Copie o Environment ID de Settings → Environment Properties; a região está na mesma página.',
  },
  environment_not_found: {
    message: 'Nenhuma região do PingOne conhece um ambiente com este ID.',
    remedy: 'Copie o Environment ID de Settings → Environment Properties; o ID da organização, ao lado dele, é outro.',
  },
  environment_not_in_region: {
    message: 'A região escolhida não conhece este ambiente, e nem todas as outras regiões responderam quando ele foi procurado nelas.',
    remedy:
      'Compare a região com a que aparece em Settings → Environment Properties. Se for a correta, confira o Environment ID ou tente novamente em instantes.',
  },
  region_missing: {
    message: 'Falta a região.',
    remedy: 'Escolha a região que aparece em Settings → Environment Properties.',
  },
  region_unknown: {
    message: 'O PingOne não tem nenhuma região com este domínio de nível superior.',
    remedy: 'Use com, ca, eu, com.au, sg ou asia.',
  },
  client_id_missing: {
    message: 'Falta o ID do cliente.',
    remedy: 'Copie-o da aba Overview do aplicativo.',
  },
  client_id_invalid: {
    message: 'Isto não é um ID de cliente do PingOne.',
    remedy: 'Um ID de cliente tem 32 letras e dígitos em cinco grupos. Copie-o da aba Overview do aplicativo.',
  },
  client_id_is_environment_id: {
    message: 'O ID do cliente é igual ao ID do ambiente.',
    remedy: 'Copie o Client ID da aba Overview do aplicativo; ele é diferente do ID do ambiente.',
  },
  client_secret_missing: {
    message: 'Falta o segredo do cliente.',
    remedy: 'Copie-o da aba Overview do aplicativo.',
  },
  client_secret_invalid: {
    message: 'Isto não pode ser um segredo de cliente.',
    remedy: 'Um segredo de cliente é uma única linha de texto. Use o botão de copiar ao lado de Client Secret no PingOne e cole só ele.',
  },
  client_secret_masked: {
    message: 'Estes são os pontos que escondem o segredo, não o segredo.',
    remedy: 'Clique no olho ou no botão de copiar ao lado de Client Secret no PingOne e cole novamente.',
  },
  client_secret_short: {
    message: 'É mais curto que os segredos de cliente que o PingOne cria, portanto pode ter sido cortado.',
    remedy: 'Compare-o com o que está no PingOne ou use o botão de copiar de lá. Se estiver inteiro, continue.',
  },
  client_secret_spaced: {
    message: 'Há um espaço neste segredo, portanto algo mais pode ter sido copiado com ele.',
    remedy: 'Compare-o com o que está no PingOne ou use o botão de copiar de lá. Se estiver certo, continue.',
  },
  client_secret_is_client_id: {
    message: 'O segredo do cliente é igual ao ID do cliente.',
    remedy: 'Use o botão de copiar ao lado de Client Secret, que fica abaixo do Client ID na aba Overview.',
  },
  provider_rate_limited: {
    message: 'O PingOne responde que está recebendo solicitações demais deste ambiente no momento.',
    remedy: 'Aguarde um momento e tente novamente. Nada do que você digitou se perde.',
  },
  provider_timeout: {
    message: 'O PingOne não respondeu a tempo.',
    remedy: 'Tente novamente. Se continuar assim, consulte status.pingidentity.com.',
  },
  provider_unreachable: {
    message: 'O servidor não conseguiu acessar o PingOne.',
    remedy:
      'Tente novamente. Se continuar assim, talvez o servidor não tenha permissão para acessar o PingOne: avise o fornecedor do aplicativo ao qual você está se conectando.',
  },
  provider_unavailable: {
    message: 'O PingOne está com um problema próprio e não conseguiu responder.',
    remedy: 'Tente novamente em instantes. Se continuar assim, consulte status.pingidentity.com.',
  },
  provider_answer_too_large: {
    message: 'A resposta era muito maior que qualquer resposta do PingOne e, por isso, não foi lida.',
    remedy:
      'Algo entre o servidor e o PingOne está respondendo no lugar dele: avise o fornecedor do aplicativo ao qual você está se conectando.',
  },
  provider_answer_invalid: {
    message: 'A resposta não é do tipo que o PingOne dá.',
    remedy:
      'Tente novamente. Se continuar assim, algo entre o servidor e o PingOne está respondendo no lugar dele: avise o fornecedor do aplicativo ao qual você está se conectando.',
  },
  swapped_ids: {
    message:
      'O ID de cliente informado é um ID de ambiente, e o ID de ambiente informado não é um, portanto os dois parecem estar trocados.',
    remedy: 'Troque os dois valores e tente novamente.',
  },
  organization_id_as_environment_id: {
    message: 'O que foi informado como ID do ambiente é o ID da organização.',
    remedy: 'Copie o Environment ID, que fica ao lado do ID da organização em Settings → Environment Properties.',
  },
  token_for_other_environment: {
    message: 'O aplicativo pertence a um ambiente diferente daquele cujo ID foi informado.',
    remedy: 'Use o Environment ID que está na aba Overview do mesmo aplicativo.',
  },
  token_rejected: {
    message: 'O PingOne deu um token de acesso, mas a API dele não o aceita.',
    remedy: 'Tente novamente em um minuto. Se continuar assim, informe o ID de correlação ao suporte da Ping Identity.',
  },
  provider_refused: {
    message: 'O PingOne recusou a solicitação sem deixar claro o motivo.',
    remedy: 'Percorra mais uma vez o guia de conexão. Se continuar assim, informe o ID de correlação ao suporte da Ping Identity.',
  },
};
