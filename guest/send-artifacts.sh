# send-artifacts DIRECTORY: what a test has left in the artifacts of its folder, as a tar to standard output.

# A test may have removed the directory. Then there are no artifacts.
mkdir -p "$1/artifacts"
tar -c -C "$1" artifacts
