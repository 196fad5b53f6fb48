#include "kernel.h"

/*
 * QEMU takes random bytes from here instead of from GnuTLS, whose generator would give all copies the same ones: it
 * learns of a fork() only from the C library. Source: gnutls/crypto.h.
 */
__attribute__((visibility("default"))) int gnutls_rnd(int level, void *bytes, size_t count);

int gnutls_rnd(int level, void *bytes, size_t count)
{
	(void)level;
	for (size_t done = 0; done < count;) {
		long more = CALL(CALL_GETRANDOM, (char *)bytes + done, count - done, 0, 0, 0);

		if (more < 0 && more != -INTERRUPTED)
			return -1;
		done += more < 0 ? 0 : (size_t)more;
	}
	return 0;
}
