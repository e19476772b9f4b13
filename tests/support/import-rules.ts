import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

interface Stage {
  name: string;
  /** Pattern of the stage's own files. */
  files: string;
  /** Names of the other stages it may import; `types` and `errors` are open to every stage of the server. */
  uses: string[];
  reason: string;
}

const stage = (name: string, files: string, uses: string[], reason: string): Stage => ({ name, files, uses, reason });
const folder = (path: string): string => `^${path}/`;
const file = (path: string): string => `^${path}\\.ts$`;

/** Who may import whom. A file of the server or the client that belongs to no stage fails a test. */
export const stages: readonly Stage[] = [
  stage('types', file('server/types'), [], 'The words of the project stand on nothing, so that everyone can use them.'),
  stage('errors', file('server/errors'), [], 'Every stage throws them: an import here would come back as a cycle.'),
  stage('config', file('server/config'), [], 'Reads the environment before anything else of the project has run.'),
  stage('lexicon', folder('server/lexicon'), [], 'The data files are its only source.'),
  stage('language', folder('server/language'), [], 'Grammar knows nothing of actors and relations, nor of our data.'),
  stage(
    'actors',
    folder('server/actors'),
    ['language', 'lexicon'],
    'Who is named is decided before, and without, who does what to whom.',
  ),
  stage(
    'relations',
    folder('server/relations'),
    ['language', 'lexicon', 'actors'],
    'The last stage of the pipeline reads all earlier ones; none of them looks ahead.',
  ),
  stage(
    'extract',
    '^server/(extract|explain|extract-pool|extract-worker)\\.ts$',
    ['config', 'language', 'lexicon', 'actors', 'relations'],
    'The pipeline is a pure function on plain data: where its results are kept is not its business.',
  ),
  stage('store', folder('server/store'), [], 'Keeps rows, whoever made them: neither the pipeline nor the graph.'),
  stage(
    'input',
    folder('server/input'),
    [],
    'Files become texts before anyone reads them: it knows neither rules nor store.',
  ),
  stage(
    'intake',
    file('server/intake'),
    ['input', 'extract', 'store'],
    'The one place where what was extracted becomes what is kept, for the API and for commands.',
  ),
  stage(
    'graph',
    folder('server/graph'),
    [],
    'A pure function on rows: it is tested, and could be moved, without a store.',
  ),
  stage('export', folder('server/export'), ['graph'], 'Writes a graph that was already made; it fetches nothing.'),
  stage(
    'api',
    folder('server/api'),
    ['config', 'lexicon', 'input', 'extract', 'intake', 'store', 'graph', 'export'],
    'A route joins the stages; the single stage it needs is reached through extract.',
  ),
  stage(
    'pages',
    folder('server/pages'),
    ['config', 'lexicon', 'extract', 'store', 'graph', 'export'],
    'Pages and API stand side by side on the same stages: neither is made of the other.',
  ),
  stage(
    'start',
    '^server/(samples|place-actors)\\.ts$',
    ['lexicon', 'store', 'graph'],
    'Makes a store ready to be served, whoever opened it: the program, a command or a test.',
  ),
  stage(
    'cli',
    folder('server/cli'),
    [
      'config',
      'lexicon',
      'language',
      'actors',
      'relations',
      'input',
      'extract',
      'intake',
      'store',
      'graph',
      'export',
      'start',
    ],
    'A command runs stages without a web server.',
  ),
  stage(
    'app',
    file('server/app'),
    ['config', 'lexicon', 'extract', 'intake', 'store', 'graph', 'api', 'pages'],
    'Puts the routes together; what they do is theirs.',
  ),
  stage(
    'main',
    file('server/main'),
    ['app', 'config', 'lexicon', 'extract', 'store', 'start'],
    'Opens, starts and stops what the others define; nothing imports it, or a test would start a server.',
  ),
  stage('client', folder('client'), [], 'Of the server it knows the shapes of the bodies alone (a rule of its own).'),
];

const openToAll = ['types', 'errors'];
/** The words of the interface: pages and client show the same ones. */
const messages = '^data/messages\\.json$';
const source = '^(server|client|data|views|tests)/';
const packageNamed = (names: string): string => `(^|/)node_modules/(${names})(/|$)`;

function filesOf(name: string): string {
  const found = stages.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no stage is called ${name}`);
  return found.files;
}

function ruleOf({ name, files, uses, reason }: Stage): IRegularForbiddenRuleType {
  const shared = name === 'client' ? [messages, filesOf('types')] : openToAll.map(filesOf);
  const allowed = [files, ...shared, ...uses.map(filesOf)];
  return rule(`${name} imports no other stage`, reason, { path: files }, { path: source, pathNot: allowed });
}

function rule(
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType {
  return { name, comment, severity: 'error', from, to };
}

/** Rules for dependency-cruiser, paths relative to the root of the project. */
export const importRules: IRegularForbiddenRuleType[] = [
  ...stages.map(ruleOf),
  rule(
    'no cycle',
    'Files that import one another can be neither read nor loaded in an order.',
    { path: '^(server|client)/' },
    { circular: true },
  ),
  rule(
    'every import is found',
    'An import that does not resolve is one that no other rule has judged.',
    {},
    { couldNotResolve: true },
  ),
  rule(
    'client imports only types of the server',
    'A value would pull code of the server into what the browser loads.',
    { path: '^client/' },
    { path: '^server/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'client uses nothing of Node',
    'The browser has none of it.',
    { path: '^client/' },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'cytoscape only in client/graph',
    'One place to mend when the drawing changes; everything else speaks of nodes and edges.',
    { path: '^(client|server)/', pathNot: '^client/graph/' },
    { path: packageNamed('cytoscape[^/]*|@types/cytoscape[^/]*') },
  ),
  rule(
    'express only in app, api and pages',
    'The stages are called by commands and tests too, where there is no request.',
    { path: '^(client|server)/', pathNot: '^server/(app\\.ts$|api/|pages/)' },
    { path: packageNamed('express|@types/express[^/]*') },
  ),
  rule(
    'SQL only in the store',
    'Two kinds of database are served by one folder: a query elsewhere would know only one.',
    { path: '^(client|server)/', pathNot: '^server/store/' },
    { path: packageNamed('kysely|libsql|pg|@types/pg') },
  ),
];
