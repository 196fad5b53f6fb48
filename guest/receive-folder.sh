# receive-folder DIRECTORY SIZE: the test's folder as a tar, from standard input. For kernels without 9p.
head -c "$2" | tar -x -C "$1"
