/** What PingOne's forms and guides have in common, in Spanish. */
export const shared = {
  fields: {
    environmentId: {
      label: 'ID del entorno (Environment ID)',
      description: 'El ID del entorno de PingOne que desea conectar. También puede pegar una URL de PingOne.',
    },
    tld: {
      label: 'Región',
      description: 'Dónde guarda PingOne el entorno. La buscamos automáticamente en cuanto el ID del entorno esté completo.',
      placeholder: 'Elija una región',
    },
    client_secret: {
      label: 'Secreto de cliente (Client Secret)',
      description: 'El Client Secret de la misma pestaña. Se envía por una conexión cifrada y se guarda cifrado.',
      placeholder: 'Pegue el secreto de cliente',
    },
  },
  regions: {
    NA: 'Norteamérica (excepto Canadá)',
    CA: 'Canadá',
    EU: 'Unión Europea',
    AU: 'Australia',
    SG: 'Singapur',
    AP: 'Asia-Pacífico',
  },
  pathWords: { 'Your application': 'Su aplicación' },
  guideParts: {
    'find-environment-id': 'Encontrar el ID del entorno',
    'find-region': 'Encontrar la región',
  },
  guideSteps: {
    'client-id': {
      title: 'Copiar el Client ID',
      instructions: ['Abra la pestaña **Overview** de la aplicación.', 'Copie el **Client ID**.'],
    },
    'client-secret': {
      title: 'Copiar el Client Secret',
      instructions: [
        'Permanezca en la pestaña **Overview**.',
        'Pulse el botón de copiar junto a **Client Secret**. Los puntos que representan el secreto no se pueden copiar a mano.',
      ],
    },
    'enable-application': {
      title: 'Activar la aplicación',
      instructions: [
        'Active el interruptor situado arriba a la derecha de la aplicación. Una aplicación nueva está desactivada al principio.',
      ],
    },
    'auth-method': {
      title: 'Comprobar el método de autenticación',
      instructions: [
        'Abra la pestaña **Configuration** y pulse el lápiz.',
        'En **Token Endpoint Authentication Method**, elija **Client Secret Post** y pulse **Save**. **Client Secret Basic** también funciona.',
      ],
    },
    'environment-id': {
      title: 'Copiar el Environment ID',
      instructions: [
        'En la consola de administración, abra **Settings → Environment Properties**.',
        'Copie el **Environment ID**. El ID de la organización, que está al lado, es otro.',
      ],
    },
    region: {
      title: 'Consultar la región',
      instructions: [
        'En la misma página, **Environment Properties**, consulte la **Region**.',
        'También figura al final de la dirección de la consola: **.com**, **.ca**, **.eu**, **.com.au**, **.sg** o **.asia**.',
      ],
    },
  },
} as const;
