import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActorBody, ActorsBody, GraphBody, PathsBody, Problem } from '../../server/types.ts';
import { startServer } from '../support/server.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const getJson = async <Body>(path: string) => (await (await fetch(server.origin + path)).json()) as Body;

describe('GET /api/actors', () => {
  it('finds actors, drawn or not, with what a list shows of them', async () => {
    const body = await getJson<ActorsBody>('/api/actors?q=united&limit=1');
    expect(body).toMatchObject({ total: 2, more: 1, nearest: [] });
    expect(body.actors).toEqual([
      {
        id: 'USA',
        name: 'United States',
        kind: 'country',
        initials: 'US',
        degree: 11,
        matched: 'United States',
        typo: false,
      },
    ]);
  });

  it('tells of one actor and its neighbours by type, under filters', async () => {
    const body = await getJson<ActorBody>('/api/actors/USA?class=conflict');
    expect(body).toMatchObject({
      actor: { id: 'USA', name: 'United States' },
      relations: 10,
      statements: 12,
      articles: 1,
    });
    expect(body.neighbours.find(({ type }) => type === 'hostile-to')).toEqual({
      type: 'hostile-to',
      label: 'is hostile to',
      class: 'conflict',
      relations: 2,
      actors: ['PAK', 'RUS'],
    });
    expect(body.actors.map(({ id }) => id).sort()).toEqual(['PAK', 'RUS']);
  });
});

describe('GET /api/paths', () => {
  it('gives the chains between two actors', async () => {
    const body = await getJson<PathsBody>('/api/paths?from=khawaja-asif&to=maria-zakharova');
    expect(body.length).toBe(2);
    expect(body.chains.map(({ actors }) => actors)).toEqual([['khawaja-asif', 'RUS', 'maria-zakharova']]);
    expect(body.elements.nodes).toHaveLength(3);
  });

  it('follows the filters, with days of names of their own', async () => {
    const path = '/api/paths?from=khawaja-asif&to=maria-zakharova';
    expect((await getJson<PathsBody>(`${path}&modality=planned`)).length).toBeNull();
    expect((await getJson<PathsBody>(`${path}&since=2019-01-01`)).length).toBeNull();
    expect((await getJson<PathsBody>(`${path}&until=2019-01-01`)).length).toBe(2);
    expect((await getJson<PathsBody>(`${path}&max=1`)).length).toBeNull();
  });
});

describe('GET /api/graph with a focus', () => {
  it('hands out the neighbourhood under the filters', async () => {
    const { elements, focus } = await getJson<GraphBody>('/api/graph?focus=khawaja-asif&depth=1&modality=planned');
    expect(elements.nodes.map(({ data }) => data.id)).toEqual(['RUS', 'khawaja-asif', 'sergey-lavrov']);
    expect(focus).toEqual({ actor: 'khawaja-asif', depth: 1, nodes: 3, edges: 2 });
  });
});

describe('what is wrong in an address', () => {
  it.each([
    ['/api/actors?q=a&limit=0', ['limit'], 'a whole number from 1 to 100'],
    ['/api/actors?name=a', ['name'], 'Known: q, limit'],
    ['/api/actors?q=a&q=b', ['q'], 'more than once'],
    ['/api/actors/USA?type=nonsense', ['type'], 'Known: talks-with'],
    ['/api/paths', ['from', 'to'], 'Name the actor'],
    ['/api/paths?from=USA&to=Atlantis', ['to'], 'There is no actor "Atlantis"'],
    ['/api/paths?from=USA&to=USA', ['to'], 'the same actor'],
    ['/api/paths?from=USA&from=PAK&to=RUS', ['from'], 'more than once'],
    ['/api/paths?from=USA&to=PAK&max=9', ['max'], 'from 1 to 6'],
    ['/api/paths?from=USA&to=PAK&since=yesterday', ['since'], '2018-02-19'],
    ['/api/paths?from=USA&to=PAK&colour=red', ['colour'], 'There is no parameter "colour"'],
    ['/api/graph?focus=Atlantis&depth=0', ['focus', 'depth'], 'Write 1, 2 or 3'],
  ])('%s is a 400 which names the field and the mend', async (path, fields, detail) => {
    const response = await fetch(server.origin + path);
    const problem = (await response.json()) as Problem;
    expect(response.status).toBe(400);
    expect(problem.errors?.map(({ field }) => field)).toEqual(fields);
    expect(problem.detail).toContain(detail);
  });

  it('is a 404 for an actor that is not there', async () => {
    const response = await fetch(`${server.origin}/api/actors/Atlantis`);
    expect([response.status, ((await response.json()) as Problem).detail]).toEqual([
      404,
      expect.stringContaining('There is no actor "Atlantis"'),
    ]);
  });
});
