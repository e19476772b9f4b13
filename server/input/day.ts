/** Dates as files write them → YYYY-MM-DD. The day is the one that is printed: no time zone moves it. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Ways to write a date, each with the order of its parts. */
const FORMS: { pattern: RegExp; read: (parts: string[]) => [year: string, month: string, day: string] }[] = [
  { pattern: /^(\d{4})-(\d\d)-(\d\d)(?!\d)/, read: ([year = '', month = '', day = '']) => [year, month, day] },
  { pattern: /^(\d{4})(\d\d)(\d\d)(?!\d)/, read: ([year = '', month = '', day = '']) => [year, month, day] },
  { pattern: /^(\d{4})\/(\d\d?)\/(\d\d?)(?!\d)/, read: ([year = '', month = '', day = '']) => [year, month, day] },
  // Mon, 19 Feb 2018 10:00:00 GMT
  {
    pattern: /^(?:\p{L}{3,9}\.?,? )?(\d\d?)(?:st|nd|rd|th)? (\p{L}{3,9})\.?,? (\d{4})(?!\d)/u,
    read: ([day = '', month = '', year = '']) => [year, month, day],
  },
  // Monday, February 19, 2018
  {
    pattern: /^(?:\p{L}{6,9}, )?(\p{L}{3,9})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u,
    read: ([month = '', day = '', year = '']) => [year, month, day],
  },
];

/** The day that a date names, or null where it names none that exists. */
export function toDay(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value.trim().replace(/\s+/g, ' ').slice(0, 60);
  for (const { pattern, read } of FORMS) {
    const parts = pattern.exec(line)?.slice(1);
    if (!parts) continue;
    const [year, month, date] = read(parts);
    const number = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const day = `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
    const time = Date.parse(`${day}T00:00:00Z`);
    if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day;
  }
  return null;
}
