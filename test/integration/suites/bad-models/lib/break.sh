fail() { echo "$*"; exit 1; }
# Called when the model has been asked for something. Only one that is well lets the test come to its end.
broken() { [ "$HOW" = well ] || { sleep 30; fail "the test went on with a model that $HOW"; }; }
