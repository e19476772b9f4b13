/** Addresses of the pages; client/addresses.ts says the same for the links of the explorer. */

const part = encodeURIComponent;

/** The page of an actor. */
export const actorUrl = (id: string): string => `/actors/${part(id)}`;

/** The page of everything said between two actors; the same one in either order. */
export const pairUrl = (a: string, b: string): string => {
  const [first, second] = a < b ? [a, b] : [b, a];
  return `/pairs/${part(first)}/${part(second)}`;
};

/** The page of an article, at the words of a statement where one is given. */
export const articleUrl = (id: string, statement?: string): string =>
  `/articles/${part(id)}${statement === undefined ? '' : `#s-${part(statement)}`}`;

/** The explorer with some of its parameters. */
export const explorerUrl = (params: Record<string, string>): string =>
  // ids hold colons and chains a tilde: both read better as they are
  `/?${new URLSearchParams(params)}`.replaceAll('%3A', ':').replaceAll('%7E', '~');
