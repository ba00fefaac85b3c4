#include "core/project/project.h"

#include <algorithm>

namespace pieria {

const ProjectTake* findTake(const Project& project, const TakeId& id)
{
    const auto found = std::find_if(project.takes.begin(), project.takes.end(),
        [&id](const ProjectTake& take) { return take.take.id == id; });
    return found == project.takes.end() ? nullptr : &*found;
}

ProjectTake* findTake(Project& project, const TakeId& id)
{
    const auto found = std::find_if(project.takes.begin(), project.takes.end(),
        [&id](const ProjectTake& take) { return take.take.id == id; });
    return found == project.takes.end() ? nullptr : &*found;
}

} // namespace pieria
