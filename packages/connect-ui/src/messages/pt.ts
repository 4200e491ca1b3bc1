import { localizeForm } from './localize-form.ts';
import { sharedErrors } from './pingone/pt-errors.ts';
import { signOn } from './pingone/pt-sign-on.ts';
import { worker } from './pingone/pt-worker.ts';
import type { Translation } from './translation.ts';

/** Portuguese, as in Brazil. */
export const translation: Translation = {
  tag: 'pt',
  direction: 'ltr',
  localizeForm,
  text: {
    'form.title': 'Vincular conta do {provider}',
    'form.intro': 'Cole o que você tiver em qualquer campo: um endereço, um bloco .env, JSON ou valores avulsos.',
    'form.connect': 'Conectar',
    'form.connecting': 'Conectando…',
    'form.close': 'Fechar',
    'form.loading': 'Carregando o formulário…',
    'reconnect.title': 'Reconectar {provider}',
    'reconnect.intro': 'O que já se sabe está preenchido. Informe o restante, e a conexão voltará a funcionar.',
    'reconnect.submit': 'Reconectar',
    'reconnect.submitting': 'Reconectando…',
    'reconnect.known': 'Já preenchido',
    'reconnect.edit': 'Editar',
    'field.show': 'Mostrar',
    'field.hide': 'Ocultar',
    'field.regionOption': '{name} – {tld}',
    'paste.filled': 'Preenchido com o que você colou: {fields}.',
    'region.asking': 'Procurando a região…',
    'region.found': 'Região encontrada: {region}.',
    'region.corrected': 'Corrigido para {region}: é onde fica este ambiente.',
    'help.field': 'Onde encontro isto?',
    'help.need': 'Precisa de ajuda?',
    'help.open': 'Ver o guia de conexão',
    'help.close': 'Ocultar o guia de conexão',
    'help.step': 'Mostrar onde fica',
    'guide.title': 'Guia de conexão',
    'guide.loading': 'Carregando o guia…',
    'guide.failed': 'Não foi possível carregar o guia. Verifique sua conexão com a internet e tente novamente.',
    'guide.path': 'Caminho no console',
    'guide.console': 'Abrir este ambiente no console',
    'guide.newTab': 'abre em uma nova aba',
    'progress.title': 'Progresso',
    'progress.environment.started': 'Procurando o ambiente',
    'progress.environment.done': 'Ambiente encontrado',
    'progress.credentials.started': 'Verificando as credenciais',
    'progress.credentials.done': 'Credenciais aceitas',
    'progress.access.started': 'Verificando o acesso',
    'progress.access.done': 'Acesso verificado',
    'progress.saved.started': 'Salvando a conexão',
    'progress.saved.done': 'Conexão salva',
    'progress.waiting': '{step}: aguardando o provedor',
    'result.title': 'Conectado a {environment}',
    'result.titlePlain': 'Conectado',
    'result.reconnected': 'Reconectado a {environment}',
    'result.reconnectedPlain': 'Reconectado',
    'result.summary': 'A conexão foi verificada e funciona.',
    'result.summaryPlain': 'A conexão foi feita; a resposta que a descreve se perdeu no caminho.',
    'result.summaryWarning': 'A conexão funciona, mas talvez não possa fazer tudo.',
    'result.environmentId': 'ID do ambiente (Environment ID)',
    'result.type': 'Tipo',
    'result.region': 'Região',
    'result.access': 'O que ela pode fazer',
    'result.allowed': 'permitido',
    'result.refused': 'não permitido',
    'result.done': 'Concluir',
    'notice.region_corrected': 'A região foi corrigida para {value}.',
    'notice.auth_method_basic': 'O aplicativo usa Client Secret Basic, que funciona igualmente bem. Não é preciso alterar nada.',
    'notice.no_refresh_token':
      'Nenhum token de atualização veio junto, portanto a conexão funciona até o token dela expirar. Faça o aplicativo emitir tokens de atualização como mostra o guia e reconecte.',
    'signIn.hint': 'Você entra no {provider} em uma janela que se abre.',
    'signIn.oneMoment': 'Um momento…',
    'signIn.checking': 'Verificando o que você informou…',
    'signIn.open': 'Entre no {provider} na janela que se abriu.',
    'signIn.openHelp': 'Esta página percebe quando você termina. Se não vir a janela, abra-a de novo.',
    'signIn.blocked': 'Seu navegador não abriu a janela de entrada.',
    'signIn.blockedHelp': 'Abra-a com o botão abaixo ou continue nesta aba: depois você volta para cá.',
    'signIn.closed': 'A janela de entrada parece estar fechada.',
    'signIn.closedHelp': 'Se ainda estiver aberta, termine nela: esta página vai perceber. Caso contrário, tente novamente.',
    'signIn.mismatchHelp': 'Se ela mostrou um erro sobre o URI de redirecionamento, informe exatamente este no seu aplicativo:',
    'signIn.openNow': 'Abrir a janela de entrada',
    'signIn.reopen': 'Abrir a janela de novo',
    'signIn.inTab': 'Continuar nesta aba',
    'signIn.cancel': 'Cancelar',
    'client.use': 'Usar um aplicativo próprio',
    'client.title': 'Seu aplicativo',
    'client.intro': 'A entrada passa por um aplicativo no seu ambiente. Crie-o como mostra o guia, com este URI de redirecionamento:',
    'copy.redirect_uri': 'URI de redirecionamento',
    'copy.scopes': 'Escopos',
    'copy.copy': 'Copiar',
    'copy.copied': 'Copiado.',
    'copy.selected': 'Selecionado: copie com Ctrl+C ou ⌘C.',
    'picker.title': 'Escolha o que conectar',
    'picker.another': 'Escolher outra opção',
    'failure.details': 'Detalhes',
    'failure.code': 'Código',
    'failure.correlationId': 'ID de correlação (Correlation ID)',
    'failure.requestId': 'ID da solicitação (Request ID)',
    'failure.retry': 'Tentar novamente',
    'failure.swap': 'Trocar os dois valores',
    'failure.wait': 'Aguarde {seconds} segundos antes de tentar novamente.',
  },
  errors: {
    ...sharedErrors,
    offline: {
      message: 'Você está sem conexão com a internet.',
      remedy: 'Tente novamente quando estiver on-line. O que você digitou foi mantido.',
    },
    server_unreachable: {
      message: 'Não foi possível acessar o servidor.',
      remedy: 'Verifique sua conexão com a internet e tente novamente. O que você digitou foi mantido.',
    },
    server_answer_invalid: {
      message: 'Não foi possível ler a resposta do servidor.',
      remedy: 'Tente novamente. Se continuar assim, avise o fornecedor do aplicativo ao qual você está se conectando.',
    },
    connection_interrupted: {
      message: 'A comunicação caiu antes da resposta, por isso não se sabe se a conexão foi feita.',
      remedy: 'Tente novamente: não há problema se a conexão já existir. O que você digitou foi mantido.',
    },
    session_token_unavailable: {
      message: 'O aplicativo não conseguiu obter a permissão para você conectar.',
      remedy: 'Tente novamente. Se continuar assim, recarregue a página.',
    },
    no_integration: {
      message: 'Não há nada aqui que você possa conectar.',
      remedy: 'Avise o fornecedor do aplicativo ao qual você está se conectando que a sessão não permite nenhuma integração.',
    },
    integration_not_offered: {
      message: 'Você não tem permissão para conectar esta integração.',
      remedy: 'Avise o fornecedor do aplicativo ao qual você está se conectando que a sessão não a permite.',
    },
    unsupported_provider: {
      message: 'Esta página não conhece o formulário desta integração.',
      remedy:
        'Avise o fornecedor do aplicativo ao qual você está se conectando que a versão do Latchkey na página é mais antiga que a do servidor.',
    },
    connect_session_expired: {
      message: 'Seu tempo para conectar acabou.',
      remedy: 'Recarregue a página para recomeçar.',
    },
    unknown_connect_session_token: {
      message: 'Esta página não tem uma permissão válida para conectar.',
      remedy: 'Recarregue a página para recomeçar.',
    },
    too_many_request: {
      message: 'Houve tentativas demais em pouco tempo.',
      remedy: 'Aguarde um momento e tente novamente. O que você digitou foi mantido.',
    },
    store_unavailable: {
      message: 'Não foi possível salvar a conexão.',
      remedy: 'Tente novamente em instantes. O que você digitou foi mantido.',
    },
    store_full: {
      message: 'Não há mais espaço no banco de dados, e nada foi salvo.',
      remedy: 'O responsável pelo aplicativo precisa liberar espaço em disco. Depois, tente novamente.',
    },
    missing_auth_header: {
      message: 'A solicitação não tem o cabeçalho “Authorization”.',
      remedy: 'O aplicativo precisa enviar “Authorization: Bearer” com o token da sessão de conexão.',
    },
    malformed_auth_header: {
      message: 'O cabeçalho “Authorization” não tem a forma “Bearer <token>”.',
      remedy: 'O aplicativo precisa enviar a palavra Bearer, um espaço e o token.',
    },
    invalid_connect_session_token_format: {
      message: 'O que foi enviado não é um token de sessão de conexão.',
      remedy:
        'O aplicativo precisa enviar o “token” que POST /connect/sessions respondeu; uma chave secreta nunca deve estar em um navegador.',
    },
    integration_not_allowed: {
      message: 'A sessão de conexão não permite esta integração.',
      remedy: 'O aplicativo precisa citar a integração em “allowed_integrations” ao criar a sessão, ou omitir essa opção.',
    },
    origin_not_allowed: {
      message: 'Páginas desta origem não podem usar o Latchkey.',
      remedy: 'O aplicativo precisa incluir a origem da página na opção “allowedOrigins”.',
    },
    invalid_json: {
      message: 'O corpo da solicitação não é um JSON válido.',
      remedy: 'É preciso enviar um objeto JSON.',
    },
    invalid_body: {
      message: 'O corpo da solicitação não está como deveria.',
      remedy: 'Confira o que você digitou e tente novamente. Se continuar assim, avise o fornecedor do aplicativo.',
    },
    invalid_query_params: {
      message: 'Os parâmetros do endereço não estão como deveriam.',
      remedy: 'Confira o que você digitou e tente novamente. Se continuar assim, avise o fornecedor do aplicativo.',
    },
    invalid_content_type: {
      message: 'Pelo “Content-Type”, o corpo da solicitação não é JSON.',
      remedy: 'É preciso enviar “Content-Type: application/json”.',
    },
    body_too_large: {
      message: 'A solicitação é maior do que se aceita aqui.',
      remedy: 'Envie menos: aqui nenhuma solicitação precisa de mais de 100 kB.',
    },
    not_found: {
      message: 'Este endereço não existe no servidor.',
      remedy: 'O aplicativo precisa conferir o método e o caminho na referência da API.',
    },
    unknown_integration: {
      message: 'Não há nenhuma integração com este ID.',
      remedy: 'O aplicativo precisa usar um ID informado na opção “integrations”.',
    },
    unknown_connection: {
      message: 'Esta conexão não existe mais.',
      remedy: 'Ela foi desconectada nesse meio-tempo: volte ao aplicativo e conecte de novo.',
    },
    connection_disabled: {
      message: 'A conexão está desativada.',
      remedy: 'Peça ao fornecedor do aplicativo ao qual você está se conectando que a ative de novo.',
    },
    identity_mismatch: {
      message: 'Isto leva a algo diferente da conexão que você está refazendo.',
      remedy: 'Volte ao valor anterior, ou conecte este como uma nova conexão.',
    },
    unknown_authorization: {
      message: 'Esta entrada não foi iniciada por você aqui.',
      remedy: 'Tente novamente para iniciar outra. O que você digitou foi mantido.',
    },
    authorization_expired: {
      message: 'A entrada não foi concluída a tempo.',
      remedy: 'Tente novamente e conclua a entrada em até dez minutos.',
    },
    authorization_not_bound: {
      message: 'A entrada voltou em um navegador diferente daquele em que começou, ou sem o cookie dela.',
      remedy: 'Tente novamente e continue neste navegador. Se continuar assim, permita cookies para o endereço da janela de entrada.',
    },
    authorization_used: {
      message: 'Esta entrada já foi concluída.',
      remedy: 'Feche a janela. Para entrar outra vez, tente novamente.',
    },
    return_url_not_allowed: {
      message: 'A entrada não pode voltar para esta página, porque o endereço dela não está na lista do servidor.',
      remedy: 'Avise o fornecedor do aplicativo ao qual você está se conectando que a origem da página falta em “allowedOrigins”.',
    },
    oauth_client_missing: {
      message: 'Não há nenhum aplicativo pelo qual você possa entrar.',
      remedy:
        'Informe o Client ID e o Client Secret de uma OIDC Web App. Se não tiver uma, consulte o fornecedor do aplicativo ao qual você está se conectando.',
    },
    encryption_key_missing: {
      message: 'O que está salvo foi selado com uma chave de criptografia que este servidor não recebeu.',
      remedy: 'O responsável pelo aplicativo precisa incluir essa chave de novo na opção “encryptionKeys”, depois da primeira.',
    },
    sealed_value_invalid: {
      message: 'Um valor selado não abre: foi alterado, cortado ou veio de outra conexão.',
      remedy: 'Conecte-se novamente, ou o responsável pelo aplicativo restaura o banco de dados a partir de um backup.',
    },
    server_error: {
      message: 'Ocorreu um erro inesperado no Latchkey.',
      remedy: 'Informe ao fornecedor do aplicativo o ID da solicitação que aparece nos detalhes: ele está no log do servidor.',
    },
  },
  providers: { 'pingone-cc': worker, pingone: signOn },
};
