#include "history/network_file_system.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <sys/vfs.h>

namespace pith::history {

bool on_network_file_system(const std::filesystem::path& path) {
  // From linux/magic.h and the file systems' sources: NFS, SMB, CIFS, SMB2, FUSE, 9P, CEPH, AFS,
  // CODA, NCP, LUSTRE, OCFS2, GFS2, VirtualBox and VMware shares.
  constexpr std::array<std::uint32_t, 15> kNetwork = {
      0x6969,     0x517B, 0xFF534D42, 0xFE534D42, 0x65735546, 0x01021997, 0x00C36400, 0x5346414F,
      0x73757245, 0x564C, 0x0BD00BD0, 0x7461636F, 0x01161970, 0x786F4256, 0xBACBACBC};
  struct statfs about {};
  if (statfs(path.c_str(), &about) != 0) {
    return false;
  }
  const auto type = static_cast<std::uint32_t>(about.f_type);
  return std::find(kNetwork.begin(), kNetwork.end(), type) != kNetwork.end();
}

}  // namespace pith::history
