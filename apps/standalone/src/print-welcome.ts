/** What the first start made, and where everything is. */
export interface Welcome {
  readonly publicUrl: string;
  /** Shown this once. */
  readonly newPassword: string | undefined;
  /** Shown this once. */
  readonly newSecretKey: string | undefined;
}

/** Says, in a few lines, what to open and what to type. */
export function formatWelcome({ publicUrl, newPassword, newSecretKey }: Welcome): string {
  const lines = ['', `  Console        ${publicUrl}/console`, `  API            ${publicUrl}`, `  Reference      ${publicUrl}/reference`];
  if (newPassword !== undefined) lines.push('', '  Sign in to the console with this password, shown this once:', '', `    ${newPassword}`);
  if (newSecretKey !== undefined) {
    lines.push('', '  Your backend calls with this secret key, shown this once:', '', `    ${newSecretKey}`);
  }
  lines.push('', '  Ctrl-C ends it.', '');
  return lines.join('\n');
}
