import type { Mirror } from './mirror.ts';

/** A suite and its mirror. */
export interface SuiteSource {
  readonly suite: string;
  readonly components: readonly string[];
  readonly mirror: Mirror;
}

/** The files of a private apt directory, by relative path. They hide the host's packages and preferences. */
export function aptDirectoryFiles(
  directory: string,
  architecture: string,
  suites: readonly SuiteSource[],
): ReadonlyMap<string, string> {
  return new Map([
    ['status', ''],
    ['apt.conf', configuration(directory, architecture)],
    ['etc/mirror.sources', suites.map((suite) => stanza(suite, architecture)).join('\n')],
    // The newest version of all suites, even from a suite (backports) that asks for low priority.
    ['preferences', 'Package: *\nPin: release *\nPin-Priority: 500\n'],
    ['state/lists/partial/.keep', ''],
    ['cache/archives/partial/.keep', ''],
    ['empty/.keep', ''],
  ]);
}

/**
 * Read after the host's own configuration, so its proxies, credentials and certificates stay in force. Its hooks after
 * an update are cleared, because they would change the host.
 */
function configuration(directory: string, architecture: string): string {
  return `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Architectures;
#clear APT::Default-Release;
APT::Architecture "${architecture}";
APT::Architectures "${architecture}";
APT::Install-Recommends "false";
APT::Install-Suggests "false";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::ForceHash "SHA256";
Acquire::GzipIndexes "true";
Acquire::Languages "none";
Acquire::Retries "2";
Dir::State "${directory}/state";
Dir::State::lists "${directory}/state/lists";
Dir::State::status "${directory}/status";
Dir::State::extended_states "${directory}/extended_states";
Dir::Cache "${directory}/cache";
Dir::Cache::archives "${directory}/cache/archives";
Dir::Cache::pkgcache "${directory}/cache/pkgcache.bin";
Dir::Cache::srcpkgcache "${directory}/cache/srcpkgcache.bin";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "${directory}/etc";
Dir::Etc::preferences "${directory}/preferences";
Dir::Etc::preferencesparts "${directory}/empty";
Dir::Log "${directory}/log";
`;
}

function stanza({ suite, components, mirror }: SuiteSource, architecture: string): string {
  const fields = [
    'Types: deb',
    `URIs: ${mirror.uri}`,
    `Suites: ${suite}`,
    `Components: ${components.join(' ')}`,
    `Architectures: ${architecture}`,
    `Signed-By: ${mirror.signedBy.replaceAll('\n', '\n ')}`,
    'Targets: Packages',
    'PDiffs: no',
  ];
  if (!mirror.checkValidUntil) fields.push('Check-Valid-Until: no');
  return `${fields.join('\n')}\n`;
}
