const INKS: Record<string, string> = { light: '#1D1B18', dark: '#F0EBE0' };
const SIDE = 128;
/** Few letters or digits and nothing that could be markup. */
const INITIALS = /^[\p{L}\p{N}\p{M}]{1,4}$/u;

/** Initials as an SVG picture for the canvas, bold at 35 % of the height; null for a theme or text that is none. */
export function drawInitials(initials: string, theme: string): string | null {
  const ink = Object.hasOwn(INKS, theme) ? INKS[theme] : undefined;
  if (!ink || !INITIALS.test(initials)) return null;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 100 100">` +
    `<text x="50" y="50" dy=".36em" text-anchor="middle" font-size="35" font-weight="700" fill="${ink}" ` +
    `font-family="Helvetica Neue,Helvetica,Arial,Liberation Sans,sans-serif">${initials}</text></svg>`
  );
}
