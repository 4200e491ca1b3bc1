/** The steps of a connect attempt, in order. */
export const progressSteps = ['environment', 'credentials', 'access', 'saved'] as const;

/** How one of them may stand. */
export const progressStates = ['started', 'done', 'waiting'] as const;
