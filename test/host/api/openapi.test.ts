import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { realKnowledge } from '../../core/knowledge';
import { hostStarter } from '../running-host';
import { apiRoutes } from './open-doors';

const startHost = hostStarter();
const knowledge = realKnowledge();

const documentSchema = z.looseObject({
  paths: z.record(
    z.string(),
    z.object({
      get: z.looseObject({ parameters: z.array(z.looseObject({ name: z.string(), schema: z.looseObject({}) })) }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

async function read() {
  const { url } = await startHost({ parts: { routes: await apiRoutes(knowledge, 'https://assistant.example.org') } });
  const response = await fetch(`${url}/api/openapi.json`);
  return { url, response, document: documentSchema.parse(await response.json()) };
}

describe('/api/openapi.json', () => {
  it('is a valid OpenAPI 3.1 description of every address, with no reference that leads nowhere', async () => {
    const { document } = await read();

    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(Object.keys(document.paths)).toEqual([
      '/api/ask',
      '/api/projets',
      '/api/projets/{id}',
      '/api/fonds',
      '/api/openapi.json',
    ]);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((reference) => reference === undefined || !known.includes(reference))).toEqual([]);
  });

  it('names the themes, bodies, years and places that the base has', async () => {
    const { document } = await read();

    const parameters = document.paths['/api/projets']?.get.parameters ?? [];
    expect(parameters.map(({ name }) => name)).toEqual([
      'q',
      'theme',
      'porteur',
      'annee',
      'territoire',
      'tri',
      'page',
      'lang',
    ]);
    expect(parameters.find(({ name }) => name === 'theme')?.schema['enum']).toContain('logement');
  });
});

describe('/api', () => {
  it('shows the description without a script, each address with an example that answers', async () => {
    const { url, document } = await read();
    const response = await fetch(`${url}/api`);
    const html = await response.text();

    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|(?:src|href)="https?:/iu);
    for (const path of Object.keys(document.paths)) expect(html).toContain(`<code>GET ${path}</code>`);
    const examples = [...html.matchAll(/<a href="(\/api\/[^"]+)"/g)].map(([, path = '']) =>
      path.replace(/&amp;/g, '&'),
    );
    expect(examples.length).toBeGreaterThanOrEqual(5);
    for (const path of examples) expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  });
});
