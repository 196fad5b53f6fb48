expect() { [ "$2" = "$1" ] || { echo "expected '$1', found '$2'"; exit 1; }; }
