# ARCHIVE DIRECTORY: unpacks a Debian package. Whoever runs this owns everything, because a user namespace may have no
# other users, and nobody reads the owners. The exit status is that of the program that failed.

ending=$({
	{
		dpkg-deb --fsys-tarfile "$1"
		echo $? >&3
	} | tar --extract --directory="$2" --no-same-owner --same-permissions --warning=no-timestamp >&2 3>&-
} 3>&1) || exit
exit "$ending"
