// npm run schemas: writes schema/*.json from the formats in src/.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { publishedSchemas } from './published-schemas.ts';

const directory = resolve(import.meta.dirname, '../schema');
for (const [name, text] of Object.entries(publishedSchemas())) writeFileSync(resolve(directory, name), text);
