import { expect, it } from 'vitest';
import { aptDirectoryFiles } from '../../../src/provision/apt/apt-directory.ts';

const mirror = { uri: 'http://m.example/debian', signedBy: '/usr/share/keyrings/k.gpg', checkValidUntil: true };

it('a private apt directory fetches the package lists of its suites only, signed by the mirror’s key', () => {
  const files = aptDirectoryFiles('/store/apt/x', 'amd64', [
    { suite: 'bookworm', components: ['main'], mirror },
    {
      suite: 'bookworm-security',
      components: ['main'],
      mirror: { uri: 'http://s.example/snapshot', signedBy: '-----BEGIN-----\n.\nmDME', checkValidUntil: false },
    },
  ]);
  expect(files.get('etc/mirror.sources')).toBe(`Types: deb
URIs: http://m.example/debian
Suites: bookworm
Components: main
Architectures: amd64
Signed-By: /usr/share/keyrings/k.gpg
Targets: Packages
PDiffs: no

Types: deb
URIs: http://s.example/snapshot
Suites: bookworm-security
Components: main
Architectures: amd64
Signed-By: -----BEGIN-----
 .
 mDME
Targets: Packages
PDiffs: no
Check-Valid-Until: no
`);
});

it('hides the host’s packages and update hooks from apt, and insists on signatures', () => {
  const configuration = aptDirectoryFiles('/store/apt/x', 'amd64', []).get('apt.conf')?.split('\n') ?? [];
  expect(configuration).toEqual(
    expect.arrayContaining([
      '#clear APT::Update::Post-Invoke;',
      '#clear APT::Update::Post-Invoke-Success;',
      'Dir::State::status "/store/apt/x/status";',
      'Dir::State::lists "/store/apt/x/state/lists";',
      'Dir::Cache::archives "/store/apt/x/cache/archives";',
      'Dir::Etc::sourceparts "/store/apt/x/etc";',
      'APT::Get::AllowUnauthenticated "false";',
      'Acquire::AllowInsecureRepositories "false";',
      'Acquire::ForceHash "SHA256";',
    ]),
  );
});
