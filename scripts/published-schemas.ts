// The published schemas, made from the formats in src/.
import * as z from 'zod/mini';
import { entry } from '../src/record/formats/record-format.ts';
import { bisect } from '../src/results/formats/bisect-format.ts';
import { history } from '../src/results/formats/history-format.ts';
import { results } from '../src/results/formats/results-format.ts';
import { sweep } from '../src/results/formats/sweep-format.ts';
import { timelineEntry } from '../src/results/formats/timeline-format.ts';
import { type Format, published } from '../src/results/formats/values.ts';

interface Schema {
  readonly [keyword: string]: unknown;
  readonly $defs?: Readonly<Record<string, unknown>>;
}

/** The files of schema/: name and content. */
export function publishedSchemas(): Readonly<Record<string, string>> {
  const ofResults = schemaOf(results);
  return {
    'results.schema.json': written(ofResults),
    'record.schema.json': written(referringTo(ofResults, schemaOf(entry))),
    'history.schema.json': written(schemaOf(history)),
    'bisect.schema.json': written(schemaOf(bisect)),
    'sweep.schema.json': written(schemaOf(sweep)),
    'timeline.schema.json': written(schemaOf(timelineEntry)),
  };
}

function schemaOf(format: Format): Schema {
  const schema = z.toJSONSchema(format, {
    metadata: published,
    // The value as it is in the file, not as the parser returns it.
    io: 'input',
    override: ({ jsonSchema }) => {
      // These say nothing: names are any strings, and values that are not checked are any values.
      delete jsonSchema.propertyNames;
      if (isEmpty(jsonSchema.additionalProperties)) delete jsonSchema.additionalProperties;
    },
  });
  const { $schema, $id, title, description, ...rest } = schema;
  return { $schema, $id, title, description, ...rest };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Replaces the definitions that both schemas have by references to the first schema. */
function referringTo(first: Schema, second: Schema): Schema {
  const shared = Object.entries(second.$defs ?? {}).filter(([name, part]) => isSame(first.$defs?.[name], part));
  const names = new Map(shared.map(([name]) => [`#/$defs/${name}`, `${String(first['$id'])}#/$defs/${name}`]));
  const kept = Object.entries(second.$defs ?? {}).filter(([name]) => !names.has(`#/$defs/${name}`));
  const referring = JSON.stringify({ ...second, $defs: Object.fromEntries(kept) }, (key, value: unknown) =>
    key === '$ref' ? (names.get(String(value)) ?? value) : value,
  );
  return JSON.parse(referring) as Schema;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function written(schema: Schema): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
