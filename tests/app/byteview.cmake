# SPDX-License-Identifier: GPL-3.0-or-later
sc_add_test(app byteview LINK sc_byteview)
sc_add_test(app byteviewaccessible LINK sc_byteview)
sc_add_test(app byteviewheartbeat LINK sc_byteview LABELS benchmark TIMEOUT 300)
