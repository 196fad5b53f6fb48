/**
 * Cobertura's `coverage-04.dtd`, as far as our reports use it: the children of each element, as a pattern over their
 * names, and the attributes that it must have.
 */
const elements: Readonly<Record<string, { readonly children: RegExp; readonly attributes: readonly string[] }>> = {
  coverage: {
    children: /^(sources )?packages $/,
    attributes: [
      'line-rate',
      'branch-rate',
      'lines-covered',
      'lines-valid',
      'branches-covered',
      'branches-valid',
      'complexity',
      'version',
      'timestamp',
    ],
  },
  sources: { children: /^(source )*$/, attributes: [] },
  source: { children: /^$/, attributes: [] },
  packages: { children: /^(package )*$/, attributes: [] },
  package: { children: /^classes $/, attributes: ['name', 'line-rate', 'branch-rate', 'complexity'] },
  classes: { children: /^(class )*$/, attributes: [] },
  class: {
    children: /^methods lines $/,
    attributes: ['name', 'filename', 'line-rate', 'branch-rate', 'complexity'],
  },
  methods: { children: /^(method )*$/, attributes: [] },
  lines: { children: /^(line )*$/, attributes: [] },
  line: { children: /^(conditions )*$/, attributes: ['number', 'hits'] },
};
const optional: Readonly<Record<string, readonly string[]>> = { line: ['branch', 'condition-coverage'] };

interface Open {
  readonly name: string;
  children: string;
}

/** What of a report is not as the document type has it. */
export function complaintsOf(xml: string): readonly string[] {
  const complaints: string[] = [];
  const open: Open[] = [{ name: '', children: '' }];
  const close = ({ name, children }: Open): void => {
    if (elements[name]?.children.test(children) !== true) complaints.push(`${name} has ${children}`);
  };
  for (const [, end, name = '', attributes = '', empty] of xml.matchAll(
    /<(\/)?([\w-]+)((?: [\w-]+="[^"<]*")*)(\/)?>/g,
  )) {
    if (end === '/') {
      const last = open.pop();
      if (last?.name !== name) complaints.push(`${last?.name ?? ''} is closed by ${name}`);
      else close(last);
      continue;
    }
    complaints.push(...attributeComplaints(name, attributes));
    const parent = open.at(-1);
    if (parent !== undefined) parent.children += `${name} `;
    if (empty === '/') close({ name, children: '' });
    else open.push({ name, children: '' });
  }
  if (open.length !== 1 || open[0]?.children !== 'coverage ') complaints.push('it is not one coverage');
  return complaints;
}

function attributeComplaints(name: string, text: string): readonly string[] {
  const given = [...text.matchAll(/ ([\w-]+)="/g)].map(([, attribute = '']) => attribute);
  const wanted = elements[name]?.attributes ?? [];
  return [
    ...wanted.filter((one) => !given.includes(one)).map((one) => `${name} lacks ${one}`),
    ...given
      .filter((one) => !wanted.includes(one) && optional[name]?.includes(one) !== true)
      .map((one) => `${name} cannot have ${one}`),
  ];
}
