import { existsSync, readFileSync } from 'node:fs';
import { environmentVariable } from './environment.ts';

/** What this process runs in. What has to be changed for it depends on that. */
export type ContainerKind = 'docker' | 'podman' | 'rootless-podman' | 'kubernetes' | 'other';

/** What containers leave for the processes in them. */
export interface ContainerFacts {
  /** Docker makes /.dockerenv. */
  readonly hasDockerFile: boolean;
  /** Podman makes /run/.containerenv. */
  readonly hasPodmanFile: boolean;
  /** Kubernetes sets KUBERNETES_SERVICE_HOST, and mounts the token of the pod. */
  readonly hasKubernetes: boolean;
  /** `container`, as systemd defines it: podman, oci, lxc, systemd-nspawn … */
  readonly variable: string | undefined;
  /** /proc/1/cgroup; empty: it cannot be read. */
  readonly cgroup: string;
  /** /proc/self/uid_map; empty: it cannot be read. */
  readonly uidMap: string;
}

/** The container of this process; undefined: there is none, as far as can be seen. */
export function containerOf(facts: ContainerFacts): ContainerKind | undefined {
  const { hasDockerFile, hasPodmanFile, hasKubernetes, variable, cgroup, uidMap } = facts;
  if (hasKubernetes || /\/kubepods/.test(cgroup)) return 'kubernetes';
  if (hasPodmanFile || variable === 'podman' || /\/libpod/.test(cgroup))
    return isOwnUserSpace(uidMap) ? 'rootless-podman' : 'podman';
  if (hasDockerFile || /\/docker/.test(cgroup)) return 'docker';
  return variable !== undefined || /\/(?:lxc|containerd|machine\.slice)/.test(cgroup) ? 'other' : undefined;
}

/** Outside of user namespaces, every user is itself. */
function isOwnUserSpace(uidMap: string): boolean {
  return uidMap.trim() !== '' && !/^\s*0\s+0\s+4294967295\s*$/.test(uidMap);
}

/** The container of this process. */
export function containerHere(): ContainerKind | undefined {
  return containerOf({
    hasDockerFile: existsSync('/.dockerenv'),
    hasPodmanFile: existsSync('/run/.containerenv'),
    hasKubernetes:
      environmentVariable('KUBERNETES_SERVICE_HOST') !== undefined ||
      existsSync('/var/run/secrets/kubernetes.io/serviceaccount'),
    variable: environmentVariable('container'),
    cgroup: textOf('/proc/1/cgroup'),
    uidMap: textOf('/proc/self/uid_map'),
  });
}

/** Of a file of the kernel that may be hidden. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
