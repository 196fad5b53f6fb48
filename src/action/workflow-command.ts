/** A line that GitHub's runner obeys: `::error file=a.c,line=3::text`. Docs: "Workflow commands for GitHub Actions". */
export interface WorkflowCommand {
  readonly name: 'error' | 'warning' | 'notice' | 'debug' | 'group' | 'endgroup' | 'add-mask' | 'stop-commands';
  readonly properties?: Readonly<Record<string, string | number | undefined>>;
  readonly text?: string;
}

/** The command as one line, without its end. Whatever stands in its values stays in its values. */
export function formatCommand({ name, properties = {}, text = '' }: WorkflowCommand): string {
  const pairs = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${pairs.length === 0 ? '' : ` ${pairs.join(',')}`}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
