# ARCHIVES COUNT: unpacks the packages ARCHIVES/0.deb, 1.deb, …, of any architecture, and puts them beside what was
# unpacked. None of their programs is run. It follows begin-root.sh and packages-in-root.sh.

# DIRECTORY NAME: a file as a member of an ar archive (ar(5)). The size of all of them is even, so nothing is filled up.
member() {
	printf '%-16s%-12s%-6s%-6s%-8s%-10s`\n' "$2" 0 0 0 100644 "$(stat -c %s "$1/$2")"
	cat "$1/$2"
}

# ARCHIVES COUNT: into the new root, not compressed, because an emulated machine would take long to unpack them.
bring_plain_packages() {
	mkdir "$root/.packages"
	echo 2.0 >"$1/debian-binary"
	index=0
	while [ "$index" -lt "$2" ]; do
		dpkg-deb --ctrl-tarfile "$1/$index.deb" >"$1/control.tar"
		dpkg-deb --fsys-tarfile "$1/$index.deb" >"$1/data.tar"
		{
			printf '!<arch>\n'
			for name in debian-binary control.tar data.tar; do
				member "$1" "$name"
			done
		} >"$root/.packages/$index.deb"
		rm "$1/$index.deb"
		index=$((index + 1))
	done
}

lay_out
unpack "$1" "$2"
bring_plain_packages "$1" "$2"
make_image
